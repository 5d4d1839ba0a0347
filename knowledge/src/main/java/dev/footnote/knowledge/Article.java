package dev.footnote.knowledge;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One published item, as imported. Its text is its publisher's: it is quoted short, never shown
 * whole.
 *
 * @param url absolute, http or https
 * @param publisher the publisher's name as the importer gave it
 * @param published midnight UTC where only the day is known
 * @param body plain text; paragraphs are separated by blank lines
 */
public record Article(
    ArticleId id,
    String title,
    URI url,
    String publisher,
    Optional<String> author,
    Instant published,
    String body) {}
