/** What the commands need of everything behind them, and its wiring. */
@NullMarked
package dev.footnote.app.engine;

import org.jspecify.annotations.NullMarked;
