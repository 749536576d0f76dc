/** The commands that list objects of a server, or print one of them. */
package io.github.xrayclient.examples.listing;
