package dev.footnote.core.lucene;

import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.PassageIndex.Entry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** How a passage lies in a Lucene document, and back. */
final class PassageDocuments {

  /** Origin and id: an article may bear the id of a story. */
  static final String KEY = "key";

  /** Origin and document. */
  static final String WHOLE = "whole";

  static final String ORIGIN = "origin";
  static final String PUBLISHER = "publisher";
  static final String PUBLISHED = "published";
  static final String SEARCHED = "text";
  static final String VECTOR = "vector";

  /** Present on a passage without a vector. */
  static final String UNEMBEDDED = "unembedded";

  private static final String ID = "id";
  private static final String DOCUMENT = "document";
  private static final String TITLE = "title";
  private static final String URL = "url";
  private static final String DAY = "day";
  private static final String ENTITY = "entity";
  private static final String BODY = "body";
  private static final String ORDINAL = "ordinal";

  private PassageDocuments() {}

  static Document document(Entry entry) {
    Passage passage = entry.passage();
    var document = new Document();
    document.add(new StringField(KEY, named(passage.origin(), passage.id()), Field.Store.NO));
    document.add(
        new StringField(WHOLE, named(passage.origin(), passage.document()), Field.Store.NO));
    document.add(new StoredField(ID, passage.id()));
    document.add(new StoredField(DOCUMENT, passage.document()));
    document.add(new StringField(ORIGIN, passage.origin().name(), Field.Store.YES));
    for (String publisher : passage.publishers()) {
      document.add(new StringField(PUBLISHER, publisher, Field.Store.YES));
      document.add(
          new SortedSetDocValuesField(
              PUBLISHER, new BytesRef(publisher.getBytes(StandardCharsets.UTF_8))));
    }
    long day = passage.published().toEpochDay();
    document.add(new LongPoint(PUBLISHED, day));
    document.add(new NumericDocValuesField(PUBLISHED, day));
    document.add(new StoredField(PUBLISHED, day));
    document.add(new StoredField(DAY, passage.day().toEpochDay()));
    document.add(new StoredField(TITLE, passage.title()));
    passage.url().ifPresent(url -> document.add(new StoredField(URL, url.toString())));
    passage.entities().forEach(e -> document.add(new StoredField(ENTITY, e)));
    document.add(new StoredField(BODY, passage.text()));
    document.add(new StoredField(ORDINAL, passage.ordinal()));
    document.add(new TextField(SEARCHED, passage.head() + "\n" + passage.text(), Field.Store.NO));
    entry
        .vector()
        .ifPresentOrElse(
            vector ->
                document.add(
                    new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT)),
            () -> document.add(new StringField(UNEMBEDDED, "1", Field.Store.NO)));
    return document;
  }

  /** What {@code passage} is found under. */
  static String key(Passage passage) {
    return named(passage.origin(), passage.id());
  }

  /** An id among those of its origin. */
  static String named(Passage.Origin origin, String id) {
    return origin.name() + ' ' + id;
  }

  static Passage passage(Document document) {
    return new Passage(
        document.get(ID),
        document.get(DOCUMENT),
        Passage.Origin.valueOf(document.get(ORIGIN)),
        document.get(TITLE),
        List.of(document.getValues(PUBLISHER)),
        Optional.ofNullable(document.get(URL)).map(URI::create),
        day(document, PUBLISHED),
        day(document, DAY),
        List.of(document.getValues(ENTITY)),
        document.get(BODY),
        document.getField(ORDINAL).numericValue().intValue());
  }

  private static LocalDate day(Document document, String field) {
    return LocalDate.ofEpochDay(document.getField(field).numericValue().longValue());
  }
}
