// What can be wrong with an input, as a value: core never throws and never prints.
//
// A problem replaces the answer it prevents; a warning stands beside an answer that was given.
// Both name the column and the data rows (1-based, as counted below the header), so that whoever
// shows them can lead a user to the cells. `detail` holds the offending words or numbers only, and
// `levels` the groups or values that a warning is about, which may hold any character; sentences
// are made by the page.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

namespace riskset {

// clang-format off
BOOST_DEFINE_ENUM_CLASS(ProblemCode,
    unknownKey,        // the analysis file has a key that this version does not know
    missingKey,        // a key that the method needs is absent
    wrongType,         // a key holds another kind of value than it should
    valueNotAllowed,   // a key holds a value outside its range or list
    versionTooNew,     // the analysis file is of a later format
    unknownMethod,     // no such method
    unknownEndpoint,   // no endpoint of that name in the file
    duplicateName,     // two analyses share an id, or a derived column an existing name
    columnMissing,     // the cohort has no such column
    columnWrongType,   // the column is of another type than the method needs
    notANumber,        // text in a number column
    notADate,          // text in a date column
    levelAbsent,       // a level that is asked for occurs in no row
    levelUndeclared,   // the column holds a value that its declared levels do not list
    tooManyLevels,     // a grouping column has too many different values
    tooFewValues,      // fewer different values than groups are to be made of them
    timeNegative,      // follow-up time below zero
    entryNotBeforeTime,// observation begins at or after the end of follow-up
    entryNotSupported, // the method needs each patient once, from the start of follow-up
    responseAfterEnd,  // first response later than the end of follow-up
    weightNegative,    // a weight below zero
    weightsZero,       // no row of a group weighs anything
    oneGroup,          // a comparison needs two groups
    twoGroupsOnly,     // the method compares two groups, and there are more
    noRows,            // no row is left to analyse
    noEvents,          // no event: nothing to test or model
    tooFewEvents,      // fewer events than a model can be asked of
    responseUnmapped,  // a best response that is none of CR, PR, SD, PD, NE
    notEstimable,      // these rows hold no information on what is asked
    notConverged,      // the iteration did not settle: no number may be shown
    tableMissing,      // the file declares no further table of that name, or it was not given
    patientNotUnique,  // a further table is linked to a patient who stands in several rows
    noPatientMatched,  // no row of a further table belongs to a patient of the cohort
    rowOutOfRange)     // an edit or an exclusion names a row that does not exist

BOOST_DEFINE_ENUM_CLASS(WarningCode,
    columnTypeGuessed,       // a column was used that the analysis file does not declare
    oneGroup,                // no comparison: there is only one group
    levelEmpty,              // a declared level has no patient
    responseMissing,         // no best response recorded; counted as not evaluable
    responseTimeIgnored,     // a time of first response of who never had CR or PR
    eventValuesCensored,     // several different values count as censored
    eventAtTimeZero,         // events at time 0
    eventAfterMissedVisits,  // events that do not count: too long after the last assessment
    noEvents,                // nobody has the event
    notReached,              // a median that the curve does not reach
    beyondFollowUp,          // a survival rate was asked for later than the last follow-up
    meanBeyondFollowUp,      // a restricted mean was asked for beyond the last follow-up
    meanWithoutError,        // a restricted mean whose error is 0: no interval, no sound comparison
    meanLimitOutOfRange,     // a limit of a restricted mean below 0 or above its horizon
    conditionalNotEstimable, // survival of those alive at a time that follow-up does not reach
    riskSetEmptied,          // late entry: a curve fell to 0, and others are at risk later
    weightZero,              // rows that weigh nothing
    tooFewClusters,          // a robust variance needs two clusters in the group
    landmarkEmpty,           // a group has nobody at risk at the landmark
    permutedLateEntry,       // labels permuted among patients who entered late
    curvesCross,             // survival curves cross while enough patients are at risk
    notEstimable,            // an effect that these rows cannot give
    notTested,               // a test beside the answer that these rows do not allow
    smallExpectedCounts,     // expected counts below 5 made the test an exact one
    monotoneLikelihood,      // a hazard ratio that runs off to zero or infinity
    separation,              // an odds ratio that runs off to zero or infinity
    aliased,                 // a term that other terms already determine
    extremeScale,            // a hazard ratio per unit beyond all reading: the unit is too large
    fewEventsPerVariable,    // fewer than 10 events per coefficient
    nonProportionalHazards)  // the hazard ratio changes over time
// clang-format on

struct Problem {
  ProblemCode code{};
  std::string column;
  std::vector<int> rows;
  std::string detail;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (code, column, rows, detail))

struct Warning {
  WarningCode code{};
  std::string column;
  std::vector<int> rows;
  std::string detail;
  std::vector<std::string> levels = {};
};
BOOST_DESCRIBE_STRUCT(Warning, (), (code, column, rows, detail, levels))

}  // namespace riskset
