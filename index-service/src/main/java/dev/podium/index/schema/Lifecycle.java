package dev.podium.index.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes generations, marks what they are there for, and removes them. Whoever is not the first to
 * do so gets a {@link SchemaException}; nothing is done by halves that readers could see.
 */
@ApplicationScoped
public class Lifecycle {

  private final Indices indices;
  private final Definitions definitions;
  private final Schema schema;

  Lifecycle(Indices indices, SchemaSettings settings, Schema schema) {
    this.indices = indices;
    this.definitions = new Definitions(settings);
    this.schema = schema;
  }

  /** Makes a generation that is on its way to serve from the beginning. */
  public void begin(Generation generation, ObjectNode notes) {
    Analysis analysis = Analysis.of(indices.plugins());
    ObjectNode bearer = definitions.of(generation, GenerationState.BEARER, analysis);
    bearer.withObject("/aliases").putObject(GenerationState.NEXT).put("is_write_index", true);
    bearer.withObject("/mappings/_meta").set(GenerationState.NOTES, notes);
    indices.createNew(generation.index(GenerationState.BEARER), bearer);
    // The other indices are made now or, should this instance end here, by the next that looks.
    schema.look();
  }

  /** Puts a generation that is there on its way to serve. */
  public void choose(Generation generation) {
    indices.change(new AliasActions().addAlone(GenerationState.NEXT, bearer(generation)));
  }

  /** Takes a generation from its way to serve; it is followed all the same. */
  public void release(GenerationState state) {
    indices.change(unmarked(state));
  }

  /** Lets a generation publish changes beside the one that serves. */
  public void handOver(Generation generation) {
    indices.change(new AliasActions().add(GenerationState.HANDOVER, bearer(generation)));
  }

  /** Lets the one that serves wait for a generation. */
  public void hold(Generation generation) {
    indices.change(new AliasActions().add(GenerationState.HOLD, bearer(generation)));
  }

  /** Lets the one that serves go on; it does not matter whether it waits. */
  public void letGo(Generation generation) {
    indices.change(new AliasActions().removeIfThere(GenerationState.HOLD, bearer(generation)));
  }

  /** Lets a generation serve in place of another, and publish alone. */
  public void swap(GenerationState from, GenerationState to) {
    indices.refresh(to.generation());
    AliasActions actions = unmarked(to);
    for (Kind kind : Kind.values()) {
      actions
          .remove(kind.alias(), from.generation().index(kind))
          .add(kind.alias(), to.generation().index(kind));
    }
    indices.change(actions);
  }

  private static AliasActions unmarked(GenerationState state) {
    AliasActions actions = new AliasActions();
    GenerationState.MARKS.stream()
        .filter(state::marked)
        .forEach(mark -> actions.remove(mark, bearer(state.generation())));
    return actions;
  }

  /** Notes something of a generation's way to serve, in place of what was noted. */
  public void note(Generation generation, ObjectNode notes) {
    ObjectNode metadata = metadata(generation);
    metadata.set(GenerationState.NOTES, notes);
    indices.describe(bearer(generation), metadata);
  }

  /** Removes a generation that does not serve; its number is never given again. */
  public void drop(GenerationState state, GenerationState serving) {
    if (state.next()) {
      // After this no instance can make it serve any more, should one be about to.
      release(state);
    }
    ObjectNode metadata = metadata(serving.generation());
    metadata.put(GenerationState.HIGHEST, schema.known().highest());
    indices.describe(bearer(serving.generation()), metadata);
    indices.remove(state.generation());
    schema.look();
  }

  private ObjectNode metadata(Generation generation) {
    String index = bearer(generation);
    return indices
        .metadata(index)
        .map(found -> (ObjectNode) found.deepCopy())
        .orElseThrow(() -> new SchemaException("the index " + index + " is not there"));
  }

  private static String bearer(Generation generation) {
    return generation.index(GenerationState.BEARER);
  }
}
