package dev.plumbline.dashboards.http;

import io.micronaut.serde.annotation.Serdeable;

/** What the API answers when it cannot do as asked. */
@Serdeable
record ErrorJson(int status, String error) {}
