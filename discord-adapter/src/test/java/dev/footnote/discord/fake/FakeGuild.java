package dev.footnote.discord.fake;

import java.util.List;

/** A guild; {@code owner} may do everything, {@code manager} may manage it. */
public record FakeGuild(
    String id, String owner, List<String> channels, List<String> members, String manager) {}
