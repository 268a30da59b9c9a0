package dev.podium.contracts.event;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A UTC instant that is written with exactly three decimals: {@code 2017-03-01T08:30:00.000Z}. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = UtcMillisSerializer.class)
public @interface UtcMillis {}
