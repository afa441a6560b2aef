package jp.banso.processengine;

/**
 * A process that was moved.
 *
 * @param ticket what is needed to take it back exactly: dates of its steps and timers; opaque, without anything personal
 * @param footprint digest of what had happened in it when it was moved
 */
public record Moved(String ticket, String footprint) {}
