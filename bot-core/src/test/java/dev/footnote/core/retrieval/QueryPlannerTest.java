package dev.footnote.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.SampleKnowledge;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.QuestionReader;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.SubQuery.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryPlannerTest {

  private final QuestionReader reader =
      new QuestionReader(Vocabulary.of(new SampleKnowledge(), List.of("The Gazette")));

  @Test
  void a_short_question_is_searched_whole_and_no_other_way() {
    assertThat(plan("What does Anvil 2 cost?"))
        .singleElement()
        .satisfies(part -> {
          assertThat(part.role()).isEqualTo(Role.WHOLE);
          assertThat(part.text()).isEqualTo("What does Anvil 2 cost?");
        });
  }

  @Test
  void the_whole_comes_first_and_every_part_has_words_and_weight() {
    for (String question :
        List.of(
            "Compare Acme and Anvil 2",
            "What did The Daily Paper report about Acme, and what did The Letter say of the API?",
            "The Daily Paper The Letter",
            "The Letter",
            "Which company that launched a model in April delayed its API, while others shipped"
                + " theirs, as of 3 June 2026?",
            ",,,, and and and or or or , ; :")) {
      List<SubQuery> plan = plan(question);

      assertThat(plan.get(0).role()).isEqualTo(Role.WHOLE);
      assertThat(plan).extracting(SubQuery::role).containsOnlyOnce(Role.WHOLE);
      assertThat(plan)
          .allSatisfy(part -> {
            assertThat(part.text()).isNotBlank();
            assertThat(part.weight()).isPositive();
          });
    }
  }

  @Test
  void each_publisher_has_its_own_clause_with_its_own_day() {
    List<SubQuery> clauses =
        plan(
                "Did The Daily Paper on 8 April 2026 report the launch of a model, and did The"
                    + " Letter on 3 June 2026 report its delay?")
            .stream()
            .filter(p -> p.role() == Role.CLAUSE)
            .toList();

    assertThat(clauses).hasSize(2);
    assertThat(clauses.get(0).publishers()).contains("The Daily Paper");
    assertThat(clauses.get(0).text()).contains("launch").doesNotContain("delay");
    assertThat(clauses.get(0).days()).containsExactly(LocalDate.of(2026, 4, 8));
    assertThat(clauses.get(1).publishers()).contains("The Letter");
    assertThat(clauses.get(1).text()).contains("delay").doesNotContain("launch");
    assertThat(clauses.get(1).days()).containsExactly(LocalDate.of(2026, 6, 3));
  }

  @Test
  void the_sides_of_a_comparison_are_searched_each_for_itself() {
    assertThat(plan("Which came first, the launch of Anvil 2 or the delay of the Acme API?"))
        .filteredOn(p -> p.role() == Role.SIDE)
        .hasSize(2);
  }

  @Test
  void an_endless_question_makes_a_bounded_plan() {
    assertThat(plan("and The Letter said that Acme delayed the API , ".repeat(40)))
        .hasSizeLessThan(30);
  }

  private List<SubQuery> plan(String question) {
    return QueryPlanner.plan(reader.read(Question.of(question, LocalDate.of(2026, 11, 20))));
  }
}
