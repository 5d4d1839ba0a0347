package dev.footnote.discord;

import dev.footnote.core.service.Desk;
import dev.footnote.discord.Front.Decision;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;

/**
 * Makes private answers public, each once in a channel and a day, also across a crash: sharing is a
 * request like any other, named for the answer. Safe for use by several threads.
 */
final class Sharing {

  private static final int REMEMBERED = 1_000;

  private final Desk desk;
  private final Intake intake;

  /** How often sharing was refused: the desk takes no refused request again under its old name. */
  private final Map<String, Integer> refused =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  Sharing(Desk desk, Intake intake) {
    this.desk = desk;
    this.intake = intake;
  }

  void share(GenericComponentInteractionCreateEvent event, Origin origin, String answer)
      throws InterruptedException {
    var name = "discord:share:%s:%s".formatted(origin.channel(), answer);
    var wanted = Intake.shared(origin, answer, event.getMessageId());
    var decision =
        intake.take(
            event,
            origin,
            () -> desk.answer(origin.tenant(), answer).map(kept -> wanted),
            Optional.of(name + suffix(name)));
    if (decision instanceof Decision.Refused) {
      synchronized (refused) {
        refused.merge(name, 1, Integer::sum);
      }
    }
  }

  private String suffix(String name) {
    synchronized (refused) {
      int times = refused.getOrDefault(name, 0);
      return times == 0 ? "" : ":" + times;
    }
  }
}
