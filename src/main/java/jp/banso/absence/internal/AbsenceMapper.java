package jp.banso.absence.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.banso.absence.Absence;
import jp.banso.absence.AbsenceKind;
import jp.banso.absence.Cover;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Absences and deputies. Public only so that the module itself can reach it. */
@Mapper
public interface AbsenceMapper {

    List<Cover> coveredBy(
            @Param("deputy") String deputy,
            @Param("municipalityId") String municipalityId,
            @Param("day") LocalDate day);

    List<Away> away(@Param("municipalityId") String municipalityId, @Param("day") LocalDate day);

    Optional<AbsenceRow> find(@Param("absenceId") String absenceId);

    List<AbsenceRow> current(@Param("scope") Scope scope, @Param("today") LocalDate today);

    List<AbsenceRow> past(
            @Param("scope") Scope scope,
            @Param("today") LocalDate today,
            @Param("since") LocalDate since,
            @Param("offset") int offset,
            @Param("limit") int limit);

    List<AbsenceRow> overlapping(
            @Param("usernames") Collection<String> usernames,
            @Param("first") LocalDate first,
            @Param("last") LocalDate last);

    List<DeputyRow> deputies(@Param("absenceIds") List<String> absenceIds);

    /** Locks the row of the member for this transaction; 0 when there is none yet. */
    int takeTurn(@Param("username") String username);

    void addTurn(@Param("username") String username);

    void insert(@Param("row") AbsenceRow row, @Param("by") String by, @Param("at") LocalDateTime at);

    /** 0 when somebody changed it since that version. */
    int change(@Param("row") AbsenceRow row);

    void deleteDeputies(@Param("absenceId") String absenceId);

    void insertDeputies(@Param("rows") List<DeputyRow> rows);

    /** One absence; the kind as a code. */
    record AbsenceRow(
            String absenceId,
            String municipalityId,
            String username,
            String kind,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean cancelled,
            int version) {

        public Absence with(List<DeputyRow> deputies) {
            return new Absence(
                    absenceId,
                    municipalityId,
                    username,
                    AbsenceKind.of(kind).orElse(AbsenceKind.OTHER),
                    firstDay,
                    lastDay,
                    cancelled,
                    version,
                    deputies.stream()
                            .map(d -> new Absence.Deputy(d.officeId(), d.role(), d.deputy()))
                            .toList());
        }
    }

    record DeputyRow(String absenceId, String officeId, String role, @Nullable String deputy) {}

    record Away(String username, LocalDate lastDay) {}

    /** Whose absences are asked for: those of these users, and those in which the viewer stands in. */
    record Scope(String municipalityId, String viewer, List<String> usernames) {}
}
