package io.github.xrayclient.internal.watch;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.json.ListDecoder;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.write.NamedObjects;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchDraft;
import io.github.xrayclient.watch.WatchUpdate;
import io.github.xrayclient.watch.Watches;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads and writes watches by the REST API. */
public final class WatchService implements Watches {
  private static final ListDecoder<Watch> LIST = new ListDecoder<>(Watch.class, "watches");

  private final NamedObjects<Watch> objects;

  public WatchService(ApiCalls xray) {
    this(NamedObjects.of(
        xray,
        "/xray/api/v2/watches",
        Watch.class,
        LIST,
        watch -> NonBlank.text(watch.projectKey()).orElse(""),
        new WatchComparison()));
  }

  private WatchService(NamedObjects<Watch> objects) {
    this.objects = objects;
  }

  @Override
  public Watches inProject(String key) {
    return new WatchService(objects.inProject(key));
  }

  @Override
  public List<Watch> list() {
    return objects.list();
  }

  @Override
  public Watch get(String name) {
    return objects.get(name);
  }

  @Override
  public Optional<Watch> find(String name) {
    return objects.find(name);
  }

  @Override
  public Watch get(NameOrId watch) {
    if (!Objects.requireNonNull(watch, "watch").mayBeId()) {
      return get(Arguments.name("watch", watch.text()));
    }
    String name = watch.mayBeName() ? "the name \"" + watch.text() + "\" or " : "";
    return find(watch)
        .orElseThrow(
            () -> objects.missingInList("no watch has " + name + "the id " + watch.text()));
  }

  @Override
  public Optional<Watch> find(NameOrId watch) {
    String text = Arguments.name("watch", Objects.requireNonNull(watch, "watch").text());
    Optional<Watch> named = watch.mayBeName() ? find(text) : Optional.empty();
    return named.isPresent() || !watch.mayBeId()
        ? named
        : list().stream()
            .filter(each -> each.generalData().id().filter(text::equals).isPresent())
            .findFirst();
  }

  @Override
  public Watch create(WatchDraft draft) {
    return objects.create(Objects.requireNonNull(draft, "draft").name(), draft);
  }

  @Override
  public UpdateResult<Watch> update(WatchUpdate update) {
    Watch before = Objects.requireNonNull(update, "update").base();
    return objects.update(before.name(), update, before);
  }

  @Override
  public UpdateResult<Watch> edit(String name, Consumer<WatchUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    return objects.edit(
        name,
        watch -> {
          WatchUpdate.Builder update = WatchUpdate.of(watch);
          change.accept(update);
          return update.build();
        },
        this::update,
        retry);
  }

  @Override
  public UpdateResult<Watch> edit(
      NameOrId watch, Consumer<WatchUpdate.Builder> change, Retry retry) {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(retry, "retry");
    Watch found = get(watch);
    return new WatchService(objects.inProjectOf(found.name(), found))
        .edit(found.name(), change, retry);
  }

  @Override
  public void delete(String name) {
    objects.delete(name);
  }

  @Override
  public void applyToExisting(Collection<String> watches, Instant from, Instant until) {
    List<String> names = Arguments.some("watches", Arguments.checkedAll("watches", watches));
    Objects.requireNonNull(from, "from");
    if (Objects.requireNonNull(until, "until").isBefore(from)) {
      throw new IllegalArgumentException(
          "until must not be before from, but until was " + until + " and from was " + from);
    }
    objects
        .call("POST", "/xray/api/v1/applyWatch")
        .body(Map.of(
            "watch_names",
            names,
            "date_range",
            Map.of("start_date", Rfc3339.text(from), "end_date", Rfc3339.text(until))))
        .send();
  }
}
