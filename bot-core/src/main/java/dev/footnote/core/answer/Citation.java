package dev.footnote.core.answer;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The link from statements to one published piece.
 *
 * @param number from 1, in the order of first use
 * @param publisher the publisher's name
 * @param url empty where none is known, shown as "no link on file"
 * @param published the day it was published
 * @param quote what carries the statement, byte for byte from {@code document}
 * @param document id of the story or article that holds the quote
 */
public record Citation(
    int number,
    String publisher,
    String title,
    Optional<URI> url,
    LocalDate published,
    String quote,
    String document) {}
