package dev.podium.gateway.access;

import dev.podium.gateway.AdminKey;
import dev.podium.gateway.token.Provider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may what at the gateway under test: everybody reads, this machine writes, and whoever says so
 * in {@code X-Forwarded-For} comes from elsewhere, with few points a minute.
 */
public final class AccessResource implements QuarkusTestResourceLifecycleManager {

  private final Provider provider = new Provider();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.admin-key", AdminKey.TEXT);
    settings.put("gateway.anonymous-reads", "true");
    settings.put("gateway.loopback-writes", "true");
    settings.put("gateway.cross-origins", "*");
    settings.put("gateway.trusted-proxies", "1");
    settings.put("gateway.limit.anonymous", "600");
    settings.put("gateway.limit.refusals", "30");
    settings.put("gateway.strict-transport", "365d");
    settings.put("gateway.oidc.issuer", provider.start());
    settings.put("gateway.oidc.audience", Provider.AUDIENCE);
    return settings;
  }

  @Override
  public void stop() {
    provider.stop();
  }
}
