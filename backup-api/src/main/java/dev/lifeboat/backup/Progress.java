package dev.lifeboat.backup;

/**
 * How far an operation is.
 *
 * @param operation which
 * @param stage what it is doing
 * @param percent 0 to 100 over the whole operation; never goes back
 */
public record Progress(Operation operation, Stage stage, int percent) {}
