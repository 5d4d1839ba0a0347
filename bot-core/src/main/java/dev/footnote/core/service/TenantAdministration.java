package dev.footnote.core.service;

import dev.footnote.core.conversation.UntrustedText;
import dev.footnote.knowledge.KnowledgeBase;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Changes settings for those who may, and writes down every attempt. */
final class TenantAdministration {

  /** Characters of an audit line. */
  private static final int LONGEST = 300;

  private final TenantStore store;
  private final KnowledgeBase knowledge;
  private final InstantSource clock;

  TenantAdministration(TenantStore store, KnowledgeBase knowledge, InstantSource clock) {
    this.store = store;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  TenantSettings settings(TenantId tenant) {
    return store.settings(tenant).orElse(TenantSettings.DEFAULT);
  }

  /** One change at a time: each builds on the settings as they were before it. */
  synchronized SettingsOutcome change(
      TenantId tenant, String user, boolean administrator, SettingsChange change) {
    var before = settings(tenant);
    var refusal =
        administrator
            ? unknownTopic(change)
            : Optional.of("Only those who manage this server or workspace may change settings.");
    var line = new AuditLine(clock.instant(), user, cut(describe(change)), refusal.isPresent());
    if (refusal.isPresent()) {
      store.audit(tenant, line);
      return new SettingsOutcome.Refused(before, refusal.get());
    }
    var after = apply(before, change);
    store.settle(tenant, after, line);
    return new SettingsOutcome.Changed(after);
  }

  private Optional<String> unknownTopic(SettingsChange change) {
    return change instanceof SettingsChange.Topics topics
        ? topics.topics().stream()
            .filter(id -> knowledge.topics().stream().noneMatch(t -> t.id().value().equals(id)))
            .findFirst()
            .map(id -> "No topic goes by “" + cut(UntrustedText.clean(id)) + "”.")
        : Optional.empty();
  }

  private static TenantSettings apply(TenantSettings s, SettingsChange change) {
    return switch (change) {
      case SettingsChange.PrivateByDefault p ->
          new TenantSettings(p.isPrivate(), s.channels(), s.length(), s.topics());
      case SettingsChange.Channels c ->
          new TenantSettings(s.privateByDefault(), c.channels(), s.length(), s.topics());
      case SettingsChange.Length l ->
          new TenantSettings(s.privateByDefault(), s.channels(), l.length(), s.topics());
      case SettingsChange.Topics t ->
          new TenantSettings(s.privateByDefault(), s.channels(), s.length(), t.topics());
    };
  }

  private static String describe(SettingsChange change) {
    return switch (change) {
      case SettingsChange.PrivateByDefault p ->
          "answers private by default: " + (p.isPrivate() ? "yes" : "no");
      case SettingsChange.Channels c -> "channels: " + list(c.channels());
      case SettingsChange.Length l ->
          "answer length: " + l.length().name().toLowerCase(Locale.ROOT);
      case SettingsChange.Topics t -> "topics: " + list(t.topics());
    };
  }

  private static String list(Collection<String> ids) {
    return ids.isEmpty() ? "all" : UntrustedText.clean(String.join(", ", new TreeSet<>(ids)));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
