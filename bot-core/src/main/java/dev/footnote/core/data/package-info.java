/** The data folder: its parts, who may write to it, and how articles get in. */
@NullMarked
package dev.footnote.core.data;

import org.jspecify.annotations.NullMarked;
