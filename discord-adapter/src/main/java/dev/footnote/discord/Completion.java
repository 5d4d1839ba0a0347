package dev.footnote.discord;

import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Suggestions.Suggestion;
import dev.footnote.knowledge.StoreException;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what somebody types, from memory. */
final class Completion {

  private static final Logger log = LoggerFactory.getLogger(Completion.class);
  private static final int MOST = OptionData.MAX_CHOICES;
  private static final int LONGEST = OptionData.MAX_CHOICE_NAME_LENGTH;

  private final Desk desk;

  Completion(Desk desk) {
    this.desk = desk;
  }

  void complete(CommandAutoCompleteInteractionEvent event) {
    var found = found(event);
    event
        .replyChoices(
            found.stream()
                .filter(s -> !s.label().isBlank() && s.value().length() <= LONGEST)
                .limit(MOST)
                .map(s -> new Command.Choice(Words.shortened(s.label(), LONGEST), s.value()))
                .toList())
        .queue(
            done -> {},
            e -> log.warn("discord: a completion came too late: {}", Failures.describe(e)));
  }

  private List<Suggestion> found(CommandAutoCompleteInteractionEvent event) {
    var typed = event.getFocusedOption().getValue();
    try {
      var suggestions = desk.suggestions(Origin.of(event).tenant());
      return switch (event.getFocusedOption().getName()) {
        case "story" -> suggestions.stories(typed, MOST);
        case "about", "first", "second" -> suggestions.subjects(typed, MOST);
        case "publisher" -> suggestions.publishers(typed, MOST);
        default -> List.of();
      };
    } catch (StoreException e) {
      return List.of(); // one can still type it in full
    }
  }
}
