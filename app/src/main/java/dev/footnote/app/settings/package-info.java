/** Reads how Footnote is to run from file, environment and command line. */
@NullMarked
package dev.footnote.app.settings;

import org.jspecify.annotations.NullMarked;
