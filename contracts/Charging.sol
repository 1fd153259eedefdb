// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IBilling} from "./IBilling.sol";

/// @notice One step of a tariff, as stored: one slot.
struct Step {
    uint64 upTo;
    uint32 rate;
    int32 fuel;
    uint32 subsidy;
}

/// @notice A tariff as stored: one slot and one for each step in use. Withdrawn ones have no category.
struct Tariff {
    uint16 category;
    uint32 effectiveFrom;
    uint8 basis;
    uint32 fixedPerKW;
    uint32 fixedPerConnection;
    uint16 dutyRate;
    uint8 dutyBase;
    uint32 dutyPerUnit;
    uint8 roundTo;
    uint8 slabCount;
    Step[8] steps;
}

/// @title The bill formula
/// @notice What one part of a stretch costs by one tariff. The same formula stands in rules/charge.ts; property tests
/// hold the two together.
/// @dev Unchecked throughout: the widest intermediate, fixedPerKW × load × days × 12 × days, is below 2^150.
library Charging {
    /// @notice x / y rounded half away from zero.
    /// @param x Dividend.
    /// @param y Divisor, above 0.
    function divide(int256 x, int256 y) internal pure returns (int256) {
        unchecked {
            return (2 * x + (x < 0 ? -y : y)) / (2 * y);
        }
    }

    /// @notice Refuse a value outside [min, max].
    function within(bytes32 field, uint256 value, uint256 min, uint256 max) internal pure {
        if (value < min || value > max) revert IBilling.OutOfRange(field, value);
    }

    /// @notice Refuse a sum of money that is not an int64.
    function money(bytes32 field, int256 value) internal pure {
        if (value != int64(value)) revert IBilling.OutOfRange(field, uint256(value));
    }

    /// @notice Fill in what a part costs.
    /// @param part The part: wh, numberOfDays and load are read; the components and charge are set, all zero before.
    /// @param tariff The tariff in force.
    /// @param stretch Days of the whole stretch; 0 for a session within a day, which bears no fixed charge.
    function price(
        IBilling.Charge memory part,
        Tariff storage tariff,
        uint256 stretch
    ) internal view {
        unchecked {
            (uint256 months, uint256 per) = _months(tariff.basis, part.numberOfDays, stretch);
            uint256 last = tariff.slabCount - 1;
            uint256 below;
            for (uint256 i; i <= last; ++i) {
                Step memory step = tariff.steps[i];
                uint256 limit = part.wh;
                if (i != last) {
                    uint256 upTo = (step.upTo * months) / per;
                    if (upTo < limit) limit = upTo;
                }
                int256 used = int256(limit - below);
                part.energy += uint256(divide(used * int256(uint256(step.rate)), 1e6));
                part.fuel += divide(used * step.fuel, 1e6);
                part.subsidy += uint256(divide(used * int256(uint256(step.subsidy)), 1e6));
                below = limit;
            }
            part.fixedCharge = uint256(
                divide(int256(tariff.fixedPerKW * part.load * months), int256(1000 * per)) +
                    divide(int256(tariff.fixedPerConnection * months), int256(per))
            );
            uint256 mask = tariff.dutyBase;
            int256 base;
            if (mask & 1 != 0) base = int256(part.energy);
            if (mask & 2 != 0) base += int256(part.fixedCharge);
            if (mask & 4 != 0) base += part.fuel;
            if (mask & 8 != 0) base -= int256(part.subsidy);
            if (base < 0) base = 0;
            part.duty = uint256(
                divide(base * int256(uint256(tariff.dutyRate)), 10_000) +
                    divide(int256(part.wh * tariff.dutyPerUnit), 1e6)
            );
            part.charge =
                int256(part.energy + part.fixedCharge + part.duty - part.subsidy) + part.fuel;
            money("energy", int256(part.energy));
            money("fixedCharge", int256(part.fixedCharge));
            money("fuel", part.fuel);
            money("duty", int256(part.duty));
            money("subsidy", int256(part.subsidy));
            money("charge", part.charge);
        }
    }

    /// @notice The months that `part` days of a stretch count as: a fraction, not rounded.
    /// @param basis 0: n months where the stretch is within 66/12 days of n twelfths of 365 days, else twelfths of 365
    /// days; 1: thirtieths.
    function _months(
        uint256 basis,
        uint256 part,
        uint256 stretch
    ) private pure returns (uint256 months, uint256 per) {
        unchecked {
            if (basis != 0) return (part, 30);
            uint256 n = (24 * stretch + 365) / 730;
            int256 off = int256(12 * stretch) - int256(365 * n);
            if (n != 0 && off <= 66 && off >= -66) return (n * part, stretch);
            return (12 * part, 365);
        }
    }
}
