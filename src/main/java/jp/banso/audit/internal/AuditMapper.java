package jp.banso.audit.internal;

import java.util.List;
import jp.banso.audit.AuditEntry;
import org.apache.ibatis.annotations.Mapper;

/** Adds to the audit and reads it. There is no way to change or delete a line, and there shall be none. */
@Mapper
interface AuditMapper {

    void insert(AuditEntry entry);

    List<AuditEntry> select(AuditQuery query);
}
