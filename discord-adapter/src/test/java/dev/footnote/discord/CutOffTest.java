package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.Parts;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.TenantId;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import dev.footnote.discord.fake.FakeInteraction;
import dev.footnote.discord.fake.FakeMessage;
import dev.footnote.knowledge.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What members see of a reply whose delivery is cut off and taken up again: the process ends before
 * the first request or write, before the second, and so on to the last.
 */
class CutOffTest {

  /** Ends at a step: from then on nothing is sent or stored. */
  private static final class Power {
    private int steps;

    Power(int steps) {
      this.steps = steps;
    }

    synchronized boolean step() {
      steps = Math.max(0, steps - 1);
      return steps > 0;
    }

    synchronized boolean isOff() {
      return steps == 0;
    }
  }

  private static final class PowerCut extends RuntimeException {}

  /** The parts on disk. */
  private record Disk(Map<Integer, String> sent, Power power) implements Parts {

    @Override
    public boolean isSent(int part) {
      return sent.containsKey(part);
    }

    @Override
    public void sent(int part, String reference) {
      if (!power.step()) {
        throw new PowerCut();
      }
      sent.put(part, reference);
    }
  }

  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild guild = discord.guild(2);
  private final String channel = guild.channels().getFirst();
  private final String user = guild.members().getFirst();
  private final AtomicBoolean crowded = new AtomicBoolean();
  private BotFixture bot;

  @BeforeEach
  void start(@TempDir Path folder) {
    bot = BotFixture.start(discord, folder);
  }

  @AfterEach
  void stop() {
    bot.close();
    discord.close();
    assertThat(discord.rest().violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, 1", "false, false, 30", "true, true, 1", "true, true, 30",
    "true, false, 1", "true, false, 30", "false, true, 1", "false, true, 30"
  })
  void a_public_answer_to_a_command_is_there_once(
      boolean crowdedBefore, boolean crowdedAfter, int paragraphs) {
    for (int n = 1, ends = 0; ends == 0; n++) {
      var asked = discord.deferred(channel, user, false);
      var seen = cutOff(n, Optional.of(asked), false, paragraphs, crowdedBefore, crowdedAfter);

      assertThat(seen.text()).as("cut off at step " + n).isEqualTo(seen.wanted());
      ends = seen.ends() ? 1 : 0;
    }
  }

  @Test
  void a_private_answer_is_there_once() {
    for (int n = 1, ends = 0; ends == 0; n++) {
      var seen =
          cutOff(n, Optional.of(discord.deferred(channel, user, true)), true, 1, false, false);

      assertThat(seen.text()).as("cut off at step " + n).isEqualTo(seen.wanted());
      assertThat(discord.posts(channel)).isEmpty();
      ends = seen.ends() ? 1 : 0;
    }
  }

  /** Discord knows no nonce there: a page may come twice, to the asker alone, but none is lost. */
  @Test
  void a_private_answer_of_several_messages_is_there_whole() {
    for (int n = 1, ends = 0; ends == 0; n++) {
      var seen =
          cutOff(n, Optional.of(discord.deferred(channel, user, true)), true, 30, false, false);

      assertThat(seen.text()).as("cut off at step " + n).containsAll(seen.wanted());
      assertThat(seen.messages()).as("cut off at step " + n).isBetween(3, 4);
      ends = seen.ends() ? 1 : 0;
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "false, 30", "true, 1", "true, 30"})
  void an_answer_to_a_message_is_there_once(boolean isPrivate, int paragraphs) {
    for (int n = 1, ends = 0; ends == 0; n++) {
      var seen = cutOff(n, Optional.empty(), isPrivate, paragraphs, false, false);

      assertThat(seen.text()).as("cut off at step " + n).isEqualTo(seen.wanted());
      ends = seen.ends() ? 1 : 0;
    }
  }

  /**
   * Discord forgets a nonce after some minutes: then it is not known whether the answer is there.
   */
  @Test
  void what_was_cut_off_too_long_ago_is_not_sent_again() {
    var asked = Optional.of(discord.deferred(channel, user, false));
    var disk = new Disk(new HashMap<>(), new Power(Integer.MAX_VALUE));
    var outgoing = outgoing("run0x", asked, false, 1, true, disk);
    var late = bot.delivery(crowded::get, () -> Instant.now().plus(Duration.ofMinutes(4)));

    assertThat(late.deliver(outgoing)).isInstanceOf(Outcome.Unconfirmed.class);
    assertThat(discord.rest().calls()).noneMatch(c -> c.path().startsWith("/channels/"));
    assertThat(discord.awaitPost(channel).text()).contains("may not have arrived here");
    assertThat(discord.messages()).noneMatch(FakeMessage::loading);
  }

  /** What came in long ago, as in an outage, is in doubt only from its first try on. */
  @Test
  void one_error_of_discord_does_not_end_an_answer_that_waited_long() {
    var asked = Optional.of(discord.deferred(channel, user, false));
    var disk = new Disk(new HashMap<>(), new Power(Integer.MAX_VALUE));
    var late = bot.delivery(crowded::get, () -> Instant.now().plus(Duration.ofMinutes(4)));
    discord.rest().faults().answerAfterwards("POST /channels/.*", 4, 500, "{}");

    assertThat(late.deliver(outgoing("run0x", asked, false, 1, false, disk)))
        .isInstanceOf(Outcome.LookAgain.class);
    discord.rest().faults().clear();
    assertThat(late.deliver(outgoing("run0x", asked, false, 1, true, disk)))
        .isInstanceOf(Outcome.Delivered.class);
    assertThat(discord.posts(channel)).hasSize(1);
  }

  /** The message is there, but that could not be stored. */
  @Test
  void what_could_not_be_marked_as_sent_is_looked_at_again() {
    var asked = Optional.of(discord.deferred(channel, user, false));
    Parts full =
        new Parts() {
          @Override
          public boolean isSent(int part) {
            return false;
          }

          @Override
          public void sent(int part, String reference) {
            throw new StoreException("the disk is full");
          }
        };
    var outgoing = outgoing("run0x", asked, false, 1, false, full);

    assertThat(bot.delivery(crowded::get, InstantSource.system()).deliver(outgoing))
        .isInstanceOf(Outcome.LookAgain.class);
    assertThat(discord.posts(channel)).hasSize(1);
  }

  @Test
  void a_token_that_must_have_expired_is_not_used() {
    var asked = Optional.of(discord.deferred(channel, user, true));
    var disk = new Disk(new HashMap<>(), new Power(Integer.MAX_VALUE));
    var outgoing = outgoing("run0x", asked, true, 1, false, disk);
    var late = bot.delivery(crowded::get, () -> Instant.now().plusSeconds(14 * 60 + 31));

    assertThat(late.deliver(outgoing)).isInstanceOf(Outcome.Delivered.class);
    assertThat(discord.awaitPost(discord.directChannel(user)).text()).contains("run0xp0");
    assertThat(discord.rest().calls()).noneMatch(c -> c.path().startsWith("/webhooks/"));
  }

  /** What was seen in the end. */
  private record Seen(boolean ends, List<String> text, List<String> wanted, int messages) {}

  /**
   * Delivers, ends at {@code step}, and delivers again.
   *
   * @param asked the interaction; empty for a message
   */
  private Seen cutOff(
      int step,
      Optional<FakeInteraction> asked,
      boolean isPrivate,
      int paragraphs,
      boolean crowdedBefore,
      boolean crowdedAfter) {
    var run = "run" + step + "x";
    var power = new Power(step + 1);
    var disk = new HashMap<Integer, String>();
    discord.rest().reachedBy(request -> request.startsWith("GET") || power.step());
    crowded.set(crowdedBefore);
    try {
      var first = bot.delivery(crowded::get, InstantSource.system());
      first.deliver(outgoing(run, asked, isPrivate, paragraphs, false, new Disk(disk, power)));
    } catch (PowerCut e) {
      // as a killed process
    }
    if (!power.isOff() && asked.isPresent() && !isPrivate) {
      FakeDiscord.await(
          () -> power.isOff() || discord.messages().stream().noneMatch(FakeMessage::loading),
          () -> "withdrawn");
    }
    boolean ends = !power.isOff();
    discord.rest().reachedBy(request -> true);
    crowded.set(crowdedAfter);
    var outcome =
        bot.delivery(crowded::get, InstantSource.system())
            .deliver(
                outgoing(
                    run,
                    asked,
                    isPrivate,
                    paragraphs,
                    true,
                    new Disk(disk, new Power(Integer.MAX_VALUE))));
    assertThat(outcome).as("cut off at step " + step).isInstanceOf(Outcome.Delivered.class);
    if (asked.isPresent() && !isPrivate) {
      awaitWithdrawal();
    }
    var mine =
        discord.messages().stream()
            .filter(m -> m.author().equals(discord.application()) && m.text().contains(run))
            .toList();
    var text =
        mine.stream()
            .flatMap(m -> m.text().lines())
            .filter(line -> line.startsWith(run))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    return new Seen(ends, text, names(run, paragraphs), mine.size());
  }

  /** The response is filled in or taken back. Whatever else is under way has time to come, too. */
  private void awaitWithdrawal() {
    FakeDiscord.await(
        () -> discord.messages().stream().noneMatch(FakeMessage::loading), () -> "is thinking");
    int calls = discord.rest().calls().size();
    var end = Instant.now().plusMillis(40);
    FakeDiscord.await(
        () -> Instant.now().isAfter(end) || discord.rest().calls().size() > calls, () -> "");
  }

  private static List<String> names(String run, int paragraphs) {
    return IntStream.range(0, paragraphs).mapToObj(i -> run + "p" + i).toList();
  }

  private Outgoing outgoing(
      String run,
      Optional<FakeInteraction> asked,
      boolean isPrivate,
      int paragraphs,
      boolean repeated,
      Parts parts) {
    var tenant = new TenantId("discord", guild.id());
    var address =
        new Address(
            Optional.of(guild.id()),
            channel,
            user,
            Optional.empty(),
            asked.map(a -> new Address.Interaction(a.id(), a.token(), "-# member0: " + "asked")));
    var blocks =
        names(run, paragraphs).stream()
            .map(name ->
                (Block) new Block.Paragraph(List.of(Span.text(name + " " + "word ".repeat(60)))))
            .collect(Collectors.toCollection(ArrayList::new));
    return new Outgoing(
        1,
        new Request(
            List.of(run),
            tenant,
            channel,
            user,
            new ConversationId("c"),
            Command.Ask.of("?"),
            Optional.empty(),
            false,
            address.toJson(),
            Instant.now().minus(Duration.ofSeconds(1))),
        isPrivate,
        new Reply(Optional.of("a" + run), Optional.empty(), blocks, List.of(), List.of()),
        "nonce-" + run,
        repeated,
        parts);
  }
}
