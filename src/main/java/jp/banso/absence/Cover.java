package jp.banso.absence;

/** Somebody is away and this role in this office is covered; {@code absent} is the username. */
public record Cover(String absent, String officeId, String role) {}
