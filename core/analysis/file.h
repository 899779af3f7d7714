// The analysis file: everything about an analysis except the patients' rows. See the project's
// core/analysis/README.md for the format. Keys are the member names; an absent key keeps the
// default given here.
#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/options.h"
#include "core/base/column.h"
#include "core/base/described.h"

namespace riskset {

inline constexpr int kFormatVersion = 1;

// A fingerprint of the cohort the file was made with; never the rows.
struct CohortStamp {
  std::string name;
  int rows = 0;
  std::optional<std::string> sha256;
};
BOOST_DESCRIBE_STRUCT(CohortStamp, (), (name, rows, sha256))

// How the file was read, before the engine. Column names stand in `headerRows` lines from
// `headerRow` on, counted from 1, or in none for 0; lines in `keep` are rows though they look like
// none; rows and columns that are hidden in a workbook are read unless `hidden` is false. `sheets`
// are read one below the other, as where each arm has its own; their names are a column of the
// table.
struct ReadSpec {
  std::optional<std::string> encoding, delimiter, decimal, sheet;
  std::optional<int> headerRow, headerRows;
  std::optional<std::vector<int>> keep;
  std::optional<bool> hidden;
  std::optional<std::vector<Label>> missing;
  std::optional<std::vector<std::string>> sheets;
};
BOOST_DESCRIBE_STRUCT(ReadSpec, (),
                      (encoding, delimiter, decimal, sheet, headerRow, headerRows, keep, hidden,
                       missing, sheets))

BOOST_DEFINE_ENUM_CLASS(DateOrder, ymd, dmy, mdy)

BOOST_DEFINE_ENUM_CLASS(InexactValues, missing, approximate)

// `levels` (levels[0] is the reference) and `merge` (new level <- old ones) are applied in the
// engine. All else says how text becomes a column, which happens before it:
// `missing` and `notMissing`: texts that are missing here, or are not, whatever `read.missing`
// says. `unit`: may stand after a number ("12 months"). `otherUnits`: units that other cells
// of the column are in, each with what one of it is in `unit` ("years": 12). `thousands`: the sign
// between groups of three digits. `inexact`: what "<1", ">=10", "12+" or "2021-03" count as:
// missing, or 1, 10, 12 and the middle of the month; absent: they cannot be read. `shortYearsFrom`:
// the first of the hundred years that two digits stand for. `serials`: whole numbers are Excel's
// days since 1899-12-30. `censoringOf`: the column is not in the table but made of the one named:
// "censored" where that holds a lower limit ("12+"), else "event".
struct ColumnSpec {
  std::optional<ColumnType> type;
  std::vector<Label> levels;
  std::map<std::string, std::vector<Label>> merge;
  std::optional<std::string> label, unit, thousands, censoringOf;
  std::optional<std::vector<Label>> missing, notMissing;
  std::optional<DateOrder> order;
  std::optional<InexactValues> inexact;
  std::optional<int> shortYearsFrom;
  std::optional<bool> serials;
  std::optional<std::map<std::string, double>> otherUnits;
};
BOOST_DESCRIBE_STRUCT(ColumnSpec, (),
                      (type, levels, merge, label, unit, thousands, censoringOf, missing,
                       notMissing, order, inexact, shortYearsFrom, serials, otherUnits))

// A category made of a number: cut points at[], intervals closed on the left, so that a value
// equal to at[0] belongs to labels[1]. Of a date column the cut points are the days `dates`
// (yyyy-mm-dd). In place of both, `quantiles` of the values of all rows that
// are not excluded (core/comparison/cut_points.h): 0.5 cuts at the median. `patient`: a category;
// of rows that share its value the first with a number counts for the quantiles, as where a patient
// has a row for each event. Rows without a value of it count each.
struct DerivedSpec {
  std::string cut;
  std::vector<double> at, quantiles;
  std::vector<Label> labels;
  std::optional<std::string> patient;
  std::vector<std::string> dates;
};
BOOST_DESCRIBE_STRUCT(DerivedSpec, (), (cut, at, quantiles, labels, patient, dates))

// Applied to the text, before the engine.
struct EditSpec {
  int row = 0;
  std::string column;
  Label value;
  std::optional<std::string> why;
};
BOOST_DESCRIBE_STRUCT(EditSpec, (), (row, column, value, why))

struct ExcludeSpec {
  int row = 0;
  std::optional<std::string> why;
};
BOOST_DESCRIBE_STRUCT(ExcludeSpec, (), (row, why))

BOOST_DEFINE_ENUM_CLASS(TimeUnit, days, weeks, months, years)

BOOST_DEFINE_ENUM_CLASS(EventsAtStart, atZero, halfDayLater)

// Either `time`, in `unit` already, or dates whose distance from `start` is taken in `unit`.
//
// An event is a value of `event` that is one of `eventLevels`, on the day `end`, which is the last
// contact of all others; or the earliest of `eventDates`, which only those with an event have.
// Beside them `end` is the day of an event only of those who have none of them. Without an event a
// row is censored at the latest of `censoringDates` and `end`; the start among them stands for rows
// that have no other. `newTherapy`: what comes after that day does not count, and the row is
// censored at its latest censoring date until then, or on that day. `longestGap`, in days, takes
// the censoring dates for assessments: an event that comes later than this after the last of them
// until then, or after the start of who has none at all, does not count, and the row is censored
// there (two missed visits). The cut-off (yyyy-mm-dd) ends the follow-up of everybody; without
// censoring dates it censors all who have no event.
//
// `eventsAtStart`: an event at time 0 stays there, or counts half a day later.
//
// `entry`: from when on the row is observed (left truncation), as `time` is given: a number on its
// scale, or a date.
struct EndpointSpec {
  std::optional<std::string> time, start, end, entry;
  std::vector<std::string> eventDates, censoringDates;
  std::optional<std::string> newTherapy, cutoff;
  std::optional<double> longestGap;
  EventsAtStart eventsAtStart = EventsAtStart::atZero;
  TimeUnit unit = TimeUnit::months;
  double daysPerMonth = 30.4375;  // 365.25 / 12; weeks have 7 days, years 12 months
  std::string event;
  OneOrMany<Label> eventLevels;
};
BOOST_DESCRIBE_STRUCT(EndpointSpec, (),
                      (time, start, end, entry, eventDates, censoringDates, newTherapy, cutoff,
                       longestGap, eventsAtStart, unit, daysPerMonth, event, eventLevels))

// `levels`: text in the column -> CR, PR, SD, PD or NE. Without it, the texts are those names.
// `firstResponse`: when CR or PR was first seen, as a number in the unit of an endpoint's times, or
// as a date, counted from the endpoint's `start`, or from this `start` where it has none.
struct ResponseSpec {
  std::string column;
  std::map<std::string, std::string> levels;
  std::optional<std::string> firstResponse, start;
};
BOOST_DESCRIBE_STRUCT(ResponseSpec, (), (column, levels, firstResponse, start))

// A further file, with several rows for a patient of the cohort, or none. `patient` is its column
// of identifiers, `cohortPatient` the cohort's (default: the same name). Who reads the files joins
// them for the analyses that name the table, and hands over the joined columns: those of the table
// under its name and a dot ("events.grade"), with these specifications.
struct TableSpec {
  std::optional<CohortStamp> file;
  std::optional<ReadSpec> read;
  std::string patient;
  std::optional<std::string> cohortPatient;
  std::map<std::string, ColumnSpec> columns;
};
BOOST_DESCRIBE_STRUCT(TableSpec, (), (file, read, patient, cohortPatient, columns))

// Whose defaults the analyses follow; see the method lines for what each choice means.
BOOST_DEFINE_ENUM_CLASS(Conventions, r)

// `where`: conditions that the rows of every analysis must meet, beside its own; they come after
// edits, exclusions and derived columns, and a row on which one is false is not part of any
// question. `analyses` are read one by one (options.h), so that one bad analysis does not stop the
// others; `page` holds whatever only the page knows, and is passed over.
struct AnalysisFile {
  int riskset = kFormatVersion;
  std::optional<std::string> title;
  std::optional<CohortStamp> cohort;
  std::optional<ReadSpec> read;
  std::map<std::string, ColumnSpec> columns;
  std::map<std::string, DerivedSpec> derived;
  std::vector<EditSpec> edits;
  std::vector<ExcludeSpec> exclude;
  OneOrMany<Condition> where;
  std::map<std::string, TableSpec> tables;
  std::optional<std::string> arm;
  std::map<std::string, EndpointSpec> endpoints;
  std::optional<ResponseSpec> response;
  Conventions conventions = Conventions::r;
};
BOOST_DESCRIBE_STRUCT(AnalysisFile, (),
                      (riskset, title, cohort, read, columns, derived, edits, exclude, where,
                       tables, arm, endpoints, response, conventions))

}  // namespace riskset
