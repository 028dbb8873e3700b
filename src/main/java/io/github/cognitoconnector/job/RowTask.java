package io.github.cognitoconnector.job;

/**
 * A row to be worked on.
 *
 * @param number counts from 1
 * @param work which kind of work, in the words of the kind of job
 * @param key what it is called in results
 * @param payload as the kind of job has written it
 */
public record RowTask(int number, String work, String key, String payload) {

    @Override
    public String toString() {
        return "RowTask[" + number + "]";
    }
}
