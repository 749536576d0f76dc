package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.diagnostics.internal.migration.content.IgnoreRuleNames;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.PortableContent;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.watch.Watches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads single objects from the server. */
final class ServerObjects implements ObjectSource {
  private final XrayClient xray;

  ServerObjects(XrayClient xray) {
    this.xray = xray.withOptions(CallOptions.none().strict());
  }

  @Override
  public Optional<StoredObject> find(ObjectKey key, String id) {
    switch (key.kind()) {
      case CONDITIONS:
        return stored(key, Curation.of(xray).conditions().find(ConditionId.of(id)));
      case CURATION_POLICIES:
        return stored(key, Curation.of(xray).policies().find(CurationPolicyId.of(id)));
      case POLICIES:
        return stored(key, policies(key).find(id)).filter(stored -> isOwn(key, stored));
      case WATCHES:
        return stored(key, watches(key).find(id)).filter(stored -> isOwn(key, stored));
      default:
        return stored(key, rules(key).find(IgnoreRuleId.of(id)));
    }
  }

  @Override
  public List<StoredObject> alike(ObjectKey key, ObjectNode content) {
    List<StoredObject> alike = new ArrayList<>();
    switch (key.kind()) {
      case CONDITIONS:
        Curation.of(xray).conditions().list().name(key.name()).forEach(condition -> {
          if (condition.name().filter(key.name()::equals).isPresent()) {
            alike.add(stored(key, condition));
          }
        });
        return alike;
      case CURATION_POLICIES:
        Curation.of(xray).policies().list().name(key.name()).forEach(policy -> {
          if (policy.name().equals(key.name())) {
            alike.add(stored(key, policy));
          }
        });
        return alike;
      case IGNORE_RULES:
        String name = IgnoreRuleNames.name(content);
        rules(key).list().forEach(rule -> {
          StoredObject stored = stored(key, rule);
          if (rule.projectKey().orElse("").equals(key.projectKey().orElse(""))
              && IgnoreRuleNames.name(stored.content()).equals(name)) {
            alike.add(stored);
          }
        });
        return alike;
      default:
        find(key, key.name()).ifPresent(alike::add);
        return alike;
    }
  }

  /** A watch without a project's key counts as one of the project that the request named. */
  private static boolean isOwn(ObjectKey key, StoredObject stored) {
    String absent = key.kind() == ObjectKind.WATCHES ? key.projectKey().orElse("") : "";
    return PortableContent.text(stored.received(), ObjectKinds.projectAt(key.kind()))
        .orElse(absent)
        .equals(key.projectKey().orElse(""));
  }

  private Policies policies(ObjectKey key) {
    return key.projectKey().map(xray.policies()::inProject).orElse(xray.policies());
  }

  private Watches watches(ObjectKey key) {
    return key.projectKey().map(xray.watches()::inProject).orElse(xray.watches());
  }

  private IgnoreRules rules(ObjectKey key) {
    return key.projectKey().map(xray.ignoreRules()::inProject).orElse(xray.ignoreRules());
  }

  private static Optional<StoredObject> stored(ObjectKey key, Optional<?> value) {
    return value.map(found -> stored(key, found));
  }

  private static StoredObject stored(ObjectKey key, Object value) {
    return StoredObject.of(key, Json.MAPPER.valueToTree(value));
  }
}
