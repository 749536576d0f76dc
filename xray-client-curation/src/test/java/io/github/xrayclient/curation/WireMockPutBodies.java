package io.github.xrayclient.curation;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.testsupport.PutBodyCheck;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tells {@link PutBodyCheck} what WireMock was sent. Registered after it, this runs before it. */
public final class WireMockPutBodies implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext test) {
    if (AnnotationSupport.findAnnotation(
            test.getRequiredTestClass(), WireMockTest.class, test.getEnclosingTestClasses())
        .isPresent()) {
      tell();
    }
  }

  static void tell() {
    WireMock.getAllServeEvents().forEach(event -> {
      LoggedRequest request = event.getRequest();
      PutBodyCheck.saw(request.getMethod().value(), request.getUrl(), request.getBodyAsString());
    });
  }
}
