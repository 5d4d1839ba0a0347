package dev.footnote.core.langchain4j;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * LangChain4j's packaged bge-small-en-v1.5, int8, with a session of our own: one thread a call and
 * no spinning, so that several callers share the cores.
 *
 * <p>On two cores two such callers embed 1.7 times as many texts a second as the stock session,
 * which takes both cores for each text. One text a call also makes vectors reproducible: int8
 * activations are scaled by batch.
 */
final class BgeSmallEmbeddingModel extends AbstractInProcessEmbeddingModel {

  static final int DIMENSION = 384;

  private static final Class<?> JAR = BgeSmallEnV15QuantizedEmbeddingModel.class;

  private final OnnxBertBiEncoder encoder;

  private BgeSmallEmbeddingModel(OnnxBertBiEncoder encoder) {
    super(Runnable::run);
    this.encoder = encoder;
  }

  /** Loads the model: about a second of one core, and 150 MB. */
  static BgeSmallEmbeddingModel load() {
    try (InputStream model = resource("/bge-small-en-v1.5-q.onnx");
        InputStream tokenizer = resource("/bge-small-en-v1.5-q-tokenizer.json")) {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "footnote");
      var options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      return new BgeSmallEmbeddingModel(
          new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS));
    } catch (IOException e) {
      throw new UncheckedIOException("the embedding model cannot be read from its jar", e);
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model does not run on this machine", e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = JAR.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException(name + " is missing from the embedding model's jar");
    }
    return stream;
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }

  @Override
  protected Integer knownDimension() {
    return DIMENSION;
  }
}
