// Random numbers that are the same on every machine: xoshiro256**, its state filled from the seed
// by splitmix64. (The generators of <random> are portable, its distributions are not.)
//
// Source: Blackman D, Vigna S (2021). ACM Trans. Math. Softw. 47:36. doi:10.1145/3460772; numbers
// below a bound: Lemire D (2019). ACM Trans. Model. Comput. Simul. 29:3. doi:10.1145/3230636
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace riskset {

class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      std::uint64_t mixed = seed;
      mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
      word = mixed ^ (mixed >> 31);
    }
  }

  // 64 random bits.
  std::uint64_t bits() {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // Uniform on 0 .. bound - 1, each exactly as likely; bound >= 1.
  std::uint32_t below(std::uint32_t bound) {
    std::uint64_t product = (bits() >> 32) * bound;
    if (static_cast<std::uint32_t>(product) < bound) {
      const std::uint32_t unfair = (0 - bound) % bound;
      while (static_cast<std::uint32_t>(product) < unfair)
        product = (bits() >> 32) * bound;
    }
    return static_cast<std::uint32_t>(product >> 32);
  }

  // Uniform on [0, 1), in steps of 2^-53.
  double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace riskset
