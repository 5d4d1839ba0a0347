package dev.footnote.core.service;

import dev.footnote.core.conversation.Reply;

/**
 * A reply on its way.
 *
 * @param id the request's number in the log
 * @param request what it answers, with the address
 * @param isPrivate whether only the asker is to see it
 * @param nonce names this reply, the same across retries and restarts; 1 to 25 letters, digits and
 *     hyphens. A further part of it may be named {@code nonce + "." + part}, if that stays within
 *     the platform's limit
 * @param repeated whether an earlier attempt may have reached the platform, as the process ended or
 *     the connection was cut in the middle of it, or the adapter wants to {@link
 *     Outcome.LookAgain}: where the platform does not recognise the nonce, look first, or answer
 *     {@link Outcome.Unconfirmed}
 * @param parts which messages of this reply were sent already
 */
public record Outgoing(
    long id,
    Request request,
    boolean isPrivate,
    Reply reply,
    String nonce,
    boolean repeated,
    Parts parts) {}
