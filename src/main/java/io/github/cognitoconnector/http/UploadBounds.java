package io.github.cognitoconnector.http;

import java.time.Duration;

/**
 * What bounds one upload.
 *
 * @param bytes packed and unpacked
 * @param time until all of it is read
 * @param silence how long the caller may send nothing while it is waited for
 */
record UploadBounds(long bytes, Duration time, Duration silence) {}
