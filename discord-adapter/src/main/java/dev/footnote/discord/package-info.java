/** The Discord adapter: decodes events into commands, renders and delivers replies. */
@NullMarked
package dev.footnote.discord;

import org.jspecify.annotations.NullMarked;
