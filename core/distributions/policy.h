// The one error policy under which this project calls Boost.Math: never throw, never set errno,
// and stay in double. (Promotion to long double is 128-bit software in WebAssembly: 200 times
// slower, and other last digits than a native build.) Arguments are validated before a call.
#pragma once

#include <boost/math/policies/policy.hpp>

namespace riskset {

using DistributionPolicy = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::denorm_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
    boost::math::policies::rounding_error<boost::math::policies::ignore_error>,
    boost::math::policies::indeterminate_result_error<boost::math::policies::ignore_error>,
    boost::math::policies::promote_float<false>, boost::math::policies::promote_double<false>>;

}  // namespace riskset
