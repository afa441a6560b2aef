package jp.banso.calendar.internal;

import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ClosingDayMapper extends ClosingDays {}
