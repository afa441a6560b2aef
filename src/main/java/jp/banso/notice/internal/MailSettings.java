package jp.banso.notice.internal;

/**
 * What the administrator has set for mail. Where mails go is set with Spring's own spring.mail.*.
 *
 * @param enabled nothing is sent before this is true
 * @param from sender's address
 * @param baseUrl address of the product as members reach it, for the links
 */
record MailSettings(boolean enabled, String from, String baseUrl) {}
