/**
 * Durable bulk work: jobs with rows, of which each gets one outcome, on whatever replica. What a row means its kind of job
 * knows, in its feature.
 */
@NullMarked
package io.github.cognitoconnector.job;

import org.jspecify.annotations.NullMarked;
