package dev.footnote.app.command;

import dev.footnote.app.terminal.Screen;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where commands read and write.
 *
 * @param out what was asked for
 * @param err everything else
 * @param screen what draws {@code out}
 * @param errorTerminal whether {@code err} is a terminal
 * @param interactive whether a person types at {@code in} and reads {@code out}
 */
public record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Screen screen,
    boolean errorTerminal,
    boolean interactive) {}
