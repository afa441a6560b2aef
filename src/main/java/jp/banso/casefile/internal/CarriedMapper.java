package jp.banso.casefile.internal;

import java.time.LocalDate;
import java.util.List;
import jp.banso.casefile.CarriedCases.Known;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Known people and carried counts. Public only so that the module itself can reach it. */
@Mapper
public interface CarriedMapper {

    List<Known> known(
            @Param("municipalityId") String municipalityId,
            @Param("nameKey") String nameKey,
            @Param("birthDate") LocalDate birthDate);

    void count(
            @Param("caseNo") String caseNo,
            @Param("visits") int visits,
            @Param("budgetConsulted") boolean budgetConsulted,
            @Param("budgetPlanned") boolean budgetPlanned);
}
