package jp.banso.casefile;

import java.time.LocalDateTime;

/**
 * A file of a case. The bytes lie outside the database, under a generated name.
 *
 * @param fileName name as uploaded, made safe; only ever shown
 * @param storedAs path below the documents folder
 * @param dataClass decides who may read it (domain/roles.md D-3)
 */
public record CaseDocument(
        String documentId,
        String caseNo,
        String fileName,
        String contentType,
        long sizeBytes,
        String sha256,
        String storedAs,
        String dataClass,
        String uploadedBy,
        LocalDateTime uploadedAt) {}
