/** Commands that export policies, and plan, apply and roll back their migration. */
package io.github.xrayclient.examples.migration;
