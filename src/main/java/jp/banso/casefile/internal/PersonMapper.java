package jp.banso.casefile.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.banso.casefile.Person;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** People who are supported, with their household. Public only so that the module itself can reach it. */
@Mapper
public interface PersonMapper {

    void insert(PersonRow person);

    /** 0 when someone else was faster. */
    int update(PersonRow person);

    Optional<Person> find(@Param("personId") String personId);

    Optional<Person> ofCase(@Param("caseNo") String caseNo);

    /** People with a visible case who share the phone, the name, the kana or the birth date. */
    List<Lookalike> lookalikes(
            @Param("nameKey") String nameKey,
            @Param("kanaKey") @Nullable String kanaKey,
            @Param("phoneKey") @Nullable String phoneKey,
            @Param("birthDate") @Nullable LocalDate birthDate,
            @Param("viewer") Viewer viewer);

    /** Someone similar, with one of their cases. */
    record Lookalike(
            String personId,
            String caseNo,
            String name,
            String kana,
            String nameKey,
            String kanaKey,
            @Nullable String phoneKey,
            @Nullable LocalDate birthDate,
            String status) {}
}
