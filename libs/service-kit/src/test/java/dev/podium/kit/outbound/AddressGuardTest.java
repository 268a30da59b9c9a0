package dev.podium.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8.",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "5f00::1"
      })
  void refusesWhatIsNotThePublicInternet(String address) throws UnknownHostException {
    InetAddress parsed = InetAddress.ofLiteral(address.replaceAll("\\.$", ""));
    if (address.endsWith(".")) {
      // Java itself makes a mapped address the one that it maps.
      assertThat(AddressGuard.objection(parsed)).isNull();
    } else {
      assertThat(AddressGuard.objection(parsed)).contains(parsed.getHostAddress());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "2001:200::1"
      })
  void takesThePublicInternet(String address) {
    assertThat(AddressGuard.objection(InetAddress.ofLiteral(address))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://localhost/",
        "https://LOCALHOST:8443/x",
        "http://user@8.8.8.8/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "gopher://8.8.8.8/",
        "//8.8.8.8/",
        "not an address"
      })
  void nothingInsideIsEverConnectedTo(String address) {
    assertThatThrownBy(() -> Target.of(address, HostExceptions.NONE))
        .isInstanceOfAny(ForbiddenTargetException.class, UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0177.0.0.1",
        "0177.0.0.01",
        "010.8.8.8",
        "8.8.8.010",
        "8.8.8.8.",
        "8.8",
        "134744072",
        "01002004010",
        "0x08080808",
        "0x8.8.8.8",
        "8.8.8.0x8",
        "127.000.000.001"
      })
  void anOddSpellingOfAnAddressIsRefusedWhateverItMeans(String host) {
    assertThatThrownBy(() -> Target.of("http://" + host + "/", HostExceptions.NONE))
        .isInstanceOf(ForbiddenTargetException.class);
  }

  @Test
  void anExceptionIsFetchedFromItsAddressAndNothingElseIs() throws UnknownHostException {
    HostExceptions exceptions =
        new HostExceptions(
            "the.setting",
            List.of(
                "*.example=127.0.0.1:8090",
                "one.test = 127.0.0.1:1".replace(" ", ""),
                "tls.test=https://[::1]:8443"));
    Target target = Target.of("https://a.b.example/x?y=1", exceptions);
    assertThat(target.server().port()).isEqualTo(8090);
    assertThat(target.tls()).isFalse();
    assertThat(target.host()).isEqualTo("a.b.example");
    assertThat(target.port()).isEqualTo(80);
    assertThat(target.path()).isEqualTo("/x?y=1");
    Target overTls = Target.of("http://tls.test/", exceptions);
    assertThat(overTls.tls()).isTrue();
    assertThat(overTls.server().host()).isEqualTo("0:0:0:0:0:0:0:1");
    assertThat(overTls.port()).isEqualTo(443);
    assertThat(exceptions.of("one.test")).isPresent();
    assertThat(exceptions.of("two.test")).isEmpty();
    assertThat(exceptions.of("example")).isEmpty();
    assertThat(exceptions.of("badexample")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*.example",
        "*.example=127.0.0.1",
        "a=b:99999",
        "*=1.1.1.1:80",
        "a=http://b:80"
      })
  void aWrongExceptionIsQuoted(String entry) {
    assertThatThrownBy(() -> new HostExceptions("the.setting", List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining('"' + entry + '"');
  }
}
