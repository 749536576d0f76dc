/** Commands that explain blocked downloads, and find watches and policies without effect. */
package io.github.xrayclient.examples.block;
