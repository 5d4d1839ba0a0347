package dev.footnote.core.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Turns text into indexed words: English, stemmed, accents and possessives folded. */
final class PassageAnalyzer extends Analyzer {

  private static final CharArraySet STOP_WORDS = EnglishAnalyzer.getDefaultStopSet();

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var tokenizer = new StandardTokenizer();
    TokenStream words = new EnglishPossessiveFilter(tokenizer);
    words = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    words = new PorterStemFilter(new StopFilter(words, STOP_WORDS));
    return new TokenStreamComponents(tokenizer, words);
  }

  List<String> words(String text) {
    var words = new ArrayList<String>();
    try (TokenStream stream = tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
