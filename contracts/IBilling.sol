// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The ledger of an electricity board, as everyone may check it
/// @notice What is true: who may record what, in which units, and what the chain then says for ever.
///
/// Units. Money is in paise (₹0.01), energy and registers in Wh, loads in W, rates in 1e-5 ₹ per kWh, percentages in
/// basis points, fixed charges in paise a month, days as civil day numbers in India (days since 1970-01-01, the day
/// being floor((timestamp + 19,800) / 86,400)), periods half-open [start, end). Every event member is one 256-bit word,
/// so the data of an event are flat words at fixed places; the narrow type that bounds each stands beside it.
///
/// Accounts. Every event belongs to an account and has a number `seq` in it, from 1 without gaps. For each account the
/// contract keeps head = keccak256(abi.encode(head before, topic0, seq, keccak256(data))), so one storage slot commits
/// to the account's whole history in order. Consumers' accounts are above 65,535; 1 to 65,535 are the categories, whose
/// history is that of their tariffs; account 0 is the ledger's own: roles, closings, sweeps.
interface IBilling {
    // ------------------------------------------------------------------------------------------------ values

    /// @notice One step of a tariff.
    /// @param upTo Upper limit, Wh a month, cumulative (uint64); type(uint64).max in the last slab, 0 in unused ones.
    /// @param rate Energy rate, 1e-5 ₹ per kWh (uint32).
    /// @param fuel Fuel adjustment, 1e-5 ₹ per kWh (int32).
    /// @param subsidy Subsidy, 1e-5 ₹ per kWh (uint32), at most the rate.
    struct Slab {
        uint256 upTo;
        uint256 rate;
        int256 fuel;
        uint256 subsidy;
    }

    /// @notice A tariff: what a category pays from a day on, until the category's next tariff.
    /// @param tariff Its id: 1, 2, 3 … over all categories (uint32). The caller names the next free one, so a rate
    /// sent twice is refused.
    /// @param category Category (uint16), from 1.
    /// @param effectiveFrom First day (uint32).
    /// @param basis How days count as months: 0 months, 1 days (D/30).
    /// @param fixedPerKW Fixed charge, paise per kW of load a month (uint32).
    /// @param fixedPerConnection Fixed charge, paise per connection a month (uint32).
    /// @param dutyRate Duty, basis points of the base (uint16).
    /// @param dutyBase Mask of the base's components: 1 energy, 2 fixed, 4 fuel, 8 subsidy (deducted).
    /// @param dutyPerUnit Duty, 1e-5 ₹ per kWh (uint32).
    /// @param roundTo Bills are whole multiples of this: 1 or 100 paise.
    /// @param orderHash Hash of the tariff order's document.
    /// @param slabCount Slabs in use, 1 to 8.
    /// @param slabs The slabs, limits rising.
    struct Rate {
        uint256 tariff;
        uint256 category;
        uint256 effectiveFrom;
        uint256 basis;
        uint256 fixedPerKW;
        uint256 fixedPerConnection;
        uint256 dutyRate;
        uint256 dutyBase;
        uint256 dutyPerUnit;
        uint256 roundTo;
        bytes32 orderHash;
        uint256 slabCount;
        Slab[8] slabs;
    }

    /// @notice What board and consumer agree on. Its hash is keccak256(abi.encode(terms)).
    /// @param category Category (uint16), from 1.
    /// @param load Sanctioned load, W (uint32).
    /// @param cycle Months between bills: 0 (session), 1, 3, 6 or 12.
    /// @param instalments Equal instalments, 30 days apart, 1 to 12.
    /// @param daysToPay Days from issue to the (first) due day (uint16).
    /// @param firstDay First day of these terms (uint32).
    /// @param consumerKey Key that accepts terms, disputes, and may pay.
    struct Terms {
        uint256 category;
        uint256 load;
        uint256 cycle;
        uint256 instalments;
        uint256 daysToPay;
        uint256 firstDay;
        address consumerKey;
    }

    /// @notice A meter as installed.
    /// @param meter Key that signs its readings.
    /// @param day Day of installation (uint32); the first one's is not before the agreement's first day.
    /// @param multiplier Multiplying factor, from 1 (uint32).
    /// @param register First register, Wh (uint64).
    /// @param modulus Register at which it rolls over to 0, Wh (uint64).
    /// @param closing Register the replaced meter read out, Wh; 0 for the first meter.
    /// @param rollover Whether the replaced meter rolled over since the last real reading.
    /// @param evidence Hash of the protocol of replacement; zero for the first meter.
    struct Installation {
        address meter;
        uint256 day;
        uint256 multiplier;
        uint256 register;
        uint256 modulus;
        uint256 closing;
        bool rollover;
        bytes32 evidence;
    }

    /// @notice A correction of one real reading: the register restated. What was recorded is named by the caller and is
    /// not known to the contract; everyone who derives compares it with the record.
    /// @param bill Number of the bill that the reading made.
    /// @param revision Number of this revision of the bill, from 1 without gaps.
    /// @param start First day of its stretch, as recorded.
    /// @param end Day after the last one, as recorded.
    /// @param multiplier Multiplying factor, as recorded.
    /// @param modulus Register at which that meter rolls over, as installed.
    /// @param carried Wh carried, as recorded.
    /// @param presentBefore Register as recorded, or as the last revision restated it.
    /// @param grossBefore Sum of the charges before this revision, paise.
    /// @param alreadyCharged Already charged, as recorded, paise.
    /// @param present Register restated, Wh (uint64).
    /// @param rollover Whether the restated register rolled over.
    struct Correction {
        uint256 bill;
        uint256 revision;
        uint256 start;
        uint256 end;
        uint256 multiplier;
        uint256 modulus;
        uint256 carried;
        uint256 presentBefore;
        int256 grossBefore;
        int256 alreadyCharged;
        uint256 present;
        bool rollover;
    }

    /// @notice An account as storage has it now.
    /// @param head Head: the commitment to its whole history.
    /// @param seq Number of its last entry.
    /// @param balance Paise owed; negative is a credit.
    /// @param bills Number of its last bill.
    /// @param register Last real register, Wh.
    /// @param realDay Day of the last real reading, or the agreement's first day.
    /// @param chargedTo End of the last charged period, estimates included, or the agreement's first day.
    /// @param alreadyCharged Sum of the estimated bills since the last real reading, paise.
    /// @param carried Wh that meters read out since the last real reading had counted.
    /// @param estimates Estimates in a row.
    /// @param meter Key of the meter, zero before one is installed.
    /// @param multiplier Multiplying factor.
    /// @param modulus Register at which the meter rolls over, Wh.
    /// @param consumerKey The present consumer's key, zero before an agreement.
    /// @param proposal Hash of the terms that wait for acceptance, or zero.
    /// @param closed Whether a final reading closed it.
    struct Account {
        bytes32 head;
        uint256 seq;
        int256 balance;
        uint256 bills;
        uint256 register;
        uint256 realDay;
        uint256 chargedTo;
        int256 alreadyCharged;
        uint256 carried;
        uint256 estimates;
        address meter;
        uint256 multiplier;
        uint256 modulus;
        address consumerKey;
        bytes32 proposal;
        bool closed;
    }

    // ------------------------------------------------------------------------------------- event data, flat words

    /// @notice A rate taken back.
    /// @param tariff Its id.
    /// @param category Its category.
    /// @param effectiveFrom The first day it had.
    struct RateWithdrawal {
        uint256 tariff;
        uint256 category;
        uint256 effectiveFrom;
    }

    /// @notice Terms as proposed or accepted; the first seven words are the Terms themselves.
    /// @param category Category.
    /// @param load Sanctioned load, W.
    /// @param cycle Months between bills; 0 for sessions.
    /// @param instalments Equal instalments, 30 days apart.
    /// @param daysToPay Days from issue to the (first) due day.
    /// @param firstDay First day of these terms.
    /// @param consumerKey The consumer's key.
    /// @param termsHash Hash by which the terms are accepted.
    /// @param by Who proposed or accepted.
    struct AgreementTerms {
        uint256 category;
        uint256 load;
        uint256 cycle;
        uint256 instalments;
        uint256 daysToPay;
        uint256 firstDay;
        address consumerKey;
        bytes32 termsHash;
        address by;
    }

    /// @notice A meter installed, and what the one it replaces leaves behind.
    /// @param meter Key that signs its readings.
    /// @param day Day of installation.
    /// @param multiplier Multiplying factor.
    /// @param register First register, Wh.
    /// @param modulus Register at which it rolls over, Wh.
    /// @param closing Register that the replaced meter read out, Wh; 0 for the first meter.
    /// @param rollover Whether the replaced meter rolled over since the last real reading.
    /// @param carried Wh that the replaced meters counted since the last real reading, for the next bill.
    /// @param evidence Hash of the protocol of replacement.
    struct Meter {
        address meter;
        uint256 day;
        uint256 multiplier;
        uint256 register;
        uint256 modulus;
        uint256 closing;
        bool rollover;
        uint256 carried;
        bytes32 evidence;
    }

    /// @notice A reading, and the energy it makes: carried + (present − previous) × multiplier, + modulus where it
    /// rolled over.
    /// @param bill The bill it makes.
    /// @param meter The meter.
    /// @param kind 0 actual (signed by the meter), 1 manual, 2 estimated, 3 final.
    /// @param previous Last real register, Wh.
    /// @param present Register, Wh.
    /// @param multiplier Multiplying factor.
    /// @param carried Wh that replaced meters counted since the last real reading.
    /// @param rollover Whether the register rolled over.
    /// @param start Day of the last real reading, or first day of the agreement.
    /// @param end Day of this reading, which is taken at its start.
    /// @param wh Energy of the stretch [start, end), Wh (uint64).
    /// @param evidence Hash of the evidence for a manual or final reading.
    struct Consumption {
        uint256 bill;
        address meter;
        uint256 kind;
        uint256 previous;
        uint256 present;
        uint256 multiplier;
        uint256 carried;
        bool rollover;
        uint256 start;
        uint256 end;
        uint256 wh;
        bytes32 evidence;
    }

    /// @notice The rate applied to one part of a stretch.
    /// @param bill The bill.
    /// @param revision 0 at first, else the number of the revision that charges anew.
    /// @param firstDay First day of the part; of a session that ended on the day it started from, that day itself.
    /// @param numberOfDays Days of the part; 0 for such a session, which is priced as of the day before.
    /// @param wh Energy of the part, Wh.
    /// @param tariff Id of the tariff in force.
    /// @param load Sanctioned load in force, W.
    /// @param energy Energy charge over all slabs, paise.
    /// @param fixedCharge Fixed charges, paise.
    /// @param fuel Fuel adjustment, paise; negative is a credit.
    /// @param duty Duty, paise.
    /// @param subsidy Subsidy, paise, deducted.
    /// @param charge energy + fixedCharge + fuel + duty − subsidy, paise.
    struct Charge {
        uint256 bill;
        uint256 revision;
        uint256 firstDay;
        uint256 numberOfDays;
        uint256 wh;
        uint256 tariff;
        uint256 load;
        uint256 energy;
        uint256 fixedCharge;
        int256 fuel;
        uint256 duty;
        uint256 subsidy;
        int256 charge;
    }

    /// @notice A bill. amount = gross − alreadyCharged + rounding; negative is a credit.
    /// @param number Its number, from 1 in each account (uint32).
    /// @param start First day of its stretch.
    /// @param end Day after the last.
    /// @param gross Sum of the charges of its parts, paise.
    /// @param alreadyCharged Sum of the estimated bills since the last real reading, paise.
    /// @param rounding What rounding to `roundTo` added, paise.
    /// @param amount What it asks, paise.
    /// @param dueDay Day it is due, or its first instalment.
    /// @param balance Paise owed after it.
    struct Bill {
        uint256 number;
        uint256 start;
        uint256 end;
        int256 gross;
        int256 alreadyCharged;
        int256 rounding;
        int256 amount;
        uint256 dueDay;
        int256 balance;
    }

    /// @notice Money received.
    /// @param payer Who paid natively; zero for a receipt.
    /// @param amount Paise, above 0.
    /// @param channel 0 native, 1 cash, 2 UPI, 3 bank, 4 card.
    /// @param receiptReference HMAC(board's secret, channel, bank reference, part); zero for a native payment.
    /// @param balance Paise owed after it.
    struct Payment {
        address payer;
        uint256 amount;
        uint256 channel;
        bytes32 receiptReference;
        int256 balance;
    }

    /// @notice A receipt taken back.
    /// @param receiptReference Its reference, which stays used.
    /// @param amount Its amount, paise.
    /// @param channel Its channel.
    /// @param reason Reason code (uint16).
    /// @param balance Paise owed after it.
    struct Reversal {
        bytes32 receiptReference;
        uint256 amount;
        uint256 channel;
        uint256 reason;
        int256 balance;
    }

    /// @notice A real reading restated, and what that makes of its bill.
    /// @param bill The bill.
    /// @param revision Number of this revision of it, from 1.
    /// @param previous Register before, restated where the reading before was, Wh.
    /// @param present Register restated, Wh.
    /// @param rollover Whether the restated register rolled over.
    /// @param wh Energy of the stretch now, Wh.
    /// @param grossBefore Sum of the charges before, as the caller names it, paise.
    /// @param grossAfter Sum of the charges that follow, paise.
    /// @param difference The bill's amount rounded anew, less the amount before, paise.
    /// @param reason Reason code (uint16).
    /// @param document Hash of the document that explains it.
    /// @param balance Paise owed after it.
    struct Revision {
        uint256 bill;
        uint256 revision;
        uint256 previous;
        uint256 present;
        bool rollover;
        uint256 wh;
        int256 grossBefore;
        int256 grossAfter;
        int256 difference;
        uint256 reason;
        bytes32 document;
        int256 balance;
    }

    /// @notice A bill disputed by the consumer.
    /// @param bill The bill.
    /// @param amount How much of it, paise.
    /// @param reasonHash Hash of the reason's text.
    struct Dispute {
        uint256 bill;
        uint256 amount;
        bytes32 reasonHash;
    }

    /// @notice A dispute decided by the regulator.
    /// @param bill The bill.
    /// @param outcome 0 upheld (the bill stands), 1 granted (the bill is or will be corrected).
    /// @param document Hash of the decision.
    struct Resolution {
        uint256 bill;
        uint256 outcome;
        bytes32 document;
    }

    /// @notice A sum put on the account beside the bills.
    /// @param amount Paise; positive is owed, negative a credit.
    /// @param reason Reason code (uint16).
    /// @param bill The bill it belongs to; 0 for opening arrears.
    /// @param document Hash of the document that explains it.
    /// @param by Who posted it.
    /// @param balance Paise owed after it.
    struct Adjustment {
        int256 amount;
        uint256 reason;
        uint256 bill;
        bytes32 document;
        address by;
        int256 balance;
    }

    /// @notice Control totals since the last closing. closing = opening + billed + adjusted − paid.
    /// @param month Months since January 1970, of the day of closing, in India.
    /// @param opening Paise owed by all accounts at the last closing.
    /// @param billed Bills and revisions, paise.
    /// @param adjusted Adjustments, paise.
    /// @param paid Payments less reversals, paise.
    /// @param closing Paise owed by all accounts now.
    struct Closing {
        uint256 month;
        int256 opening;
        int256 billed;
        int256 adjusted;
        int256 paid;
        int256 closing;
    }

    /// @notice A role given or taken.
    /// @param role keccak256 of its name.
    /// @param holder Who has it, or had it.
    /// @param granted Whether it was given.
    /// @param by Who did it.
    struct RoleChange {
        bytes32 role;
        address holder;
        bool granted;
        address by;
    }

    /// @notice Native payments sent on.
    /// @param amount Paise.
    /// @param treasury Where to.
    struct Sweep {
        uint256 amount;
        address treasury;
    }

    // ------------------------------------------------------------------------------------------------ events

    /// @notice A rate was set; an entry of its category's account.
    event RateSet(bytes32 indexed account, uint256 indexed seq, Rate data);
    /// @notice A rate was withdrawn; an entry of its category's account.
    event RateWithdrawn(bytes32 indexed account, uint256 indexed seq, RateWithdrawal data);
    /// @notice The board proposed terms.
    event AgreementProposed(bytes32 indexed account, uint256 indexed seq, AgreementTerms data);
    /// @notice Proposed terms were accepted; from their first day they are in force.
    event AgreementAccepted(bytes32 indexed account, uint256 indexed seq, AgreementTerms data);
    /// @notice A meter was installed.
    event MeterInstalled(bytes32 indexed account, uint256 indexed seq, Meter data);
    /// @notice A reading was recorded. Its charges and its bill follow.
    event ConsumptionRecorded(bytes32 indexed account, uint256 indexed seq, Consumption data);
    /// @notice A rate was applied to a part of a stretch.
    event ChargeApplied(bytes32 indexed account, uint256 indexed seq, Charge data);
    /// @notice A bill was issued.
    event BillIssued(bytes32 indexed account, uint256 indexed seq, Bill data);
    /// @notice Money was received.
    event PaymentMade(bytes32 indexed account, uint256 indexed seq, Payment data);
    /// @notice A receipt was reversed.
    event PaymentReversed(bytes32 indexed account, uint256 indexed seq, Reversal data);
    /// @notice A real reading was restated. Its charges follow anew.
    event ConsumptionRevised(bytes32 indexed account, uint256 indexed seq, Revision data);
    /// @notice The consumer disputed a bill.
    event BillDisputed(bytes32 indexed account, uint256 indexed seq, Dispute data);
    /// @notice The regulator resolved a dispute.
    event DisputeResolved(bytes32 indexed account, uint256 indexed seq, Resolution data);
    /// @notice An adjustment was posted.
    event AdjustmentPosted(bytes32 indexed account, uint256 indexed seq, Adjustment data);
    /// @notice A period was closed; an entry of account 0.
    event PeriodClosed(bytes32 indexed account, uint256 indexed seq, Closing data);
    /// @notice A role was given or taken; an entry of account 0.
    event RoleChanged(bytes32 indexed account, uint256 indexed seq, RoleChange data);
    /// @notice Native payments went to the treasury; an entry of account 0.
    event TreasurySwept(bytes32 indexed account, uint256 indexed seq, Sweep data);

    // ------------------------------------------------------------------------------------------------ errors

    /// @notice A value does not fit its type or its allowed range.
    /// @param field Name of the value, ASCII, left-aligned.
    /// @param value The value, as given.
    error OutOfRange(bytes32 field, uint256 value);
    /// @notice No agreement has been accepted for this account.
    error UnknownAccount(bytes32 account);
    /// @notice The account was closed by a final reading.
    error AccountClosed(bytes32 account);
    /// @notice Account ids up to 65,535 are categories and the ledger.
    error ReservedAccount(bytes32 account);
    /// @notice The tariff id is not the next free one.
    error TariffNotNext(uint256 tariff, uint256 next);
    /// @notice No such tariff, or it was withdrawn.
    error UnknownTariff(uint256 tariff);
    /// @notice A tariff starts outside the days allowed now for its category.
    error TariffDayNotAllowed(
        uint256 category,
        uint256 effectiveFrom,
        uint256 earliest,
        uint256 latest
    );
    /// @notice A tariff that is in force can't be withdrawn.
    error TariffInForce(uint256 tariff, uint256 effectiveFrom, uint256 today);
    /// @notice No tariff prices this category on this day.
    error NoTariff(uint256 category, uint256 day);
    /// @notice A session needs a tariff with a single slab.
    error SessionNeedsOneSlab(uint256 tariff, uint256 slabCount);
    /// @notice The terms are not those that were proposed.
    error TermsNotProposed(bytes32 account, bytes32 termsHash, bytes32 proposed);
    /// @notice The caller may not accept these terms.
    error NotConsumer(bytes32 account, address caller, address consumerKey);
    /// @notice No terms are agreed for this day.
    error NoTerms(bytes32 account, uint256 day);
    /// @notice Terms start before the day they may.
    error TermsTooEarly(bytes32 account, uint256 firstDay, uint256 earliest);
    /// @notice No meter is installed.
    error NoMeter(bytes32 account);
    /// @notice A meter's day is outside the days allowed for it, or a reading's day is before the meter was there.
    error MeterDayNotAllowed(bytes32 account, uint256 day, uint256 earliest, uint256 latest);
    /// @notice The reading is not signed by the account's meter.
    error NotSignedByMeter(bytes32 account, address signer, address meter);
    /// @notice The day has not begun yet.
    error FutureDay(uint256 day, uint256 today);
    /// @notice The reading ends on or before the day already charged to.
    error PeriodNotAfter(bytes32 account, uint256 end, uint256 chargedTo);
    /// @notice The register is below the previous one.
    error RegisterBackwards(bytes32 account, uint256 present, uint256 previous);
    /// @notice The register did not go back, so it did not roll over.
    error NoRollover(bytes32 account, uint256 present, uint256 previous);
    /// @notice More energy than the sanctioned load can use in this time, so it was no rollover.
    error RolloverTooLarge(bytes32 account, uint256 wh, uint256 limit);
    /// @notice A session uses energy.
    error EmptySession(bytes32 account, uint256 end);
    /// @notice The agreed billing cycle has not ended: the next bill may end on `earliestEnd` at the earliest.
    error CycleNotEnded(bytes32 account, uint256 end, uint256 earliestEnd);
    /// @notice Two estimates in a row already.
    error TooManyEstimates(bytes32 account);
    /// @notice This act needs the hash of a document.
    error EvidenceMissing(bytes32 account);
    /// @notice The amount is zero or no whole number of paise.
    error InvalidAmount(uint256 amount);
    /// @notice This receipt was posted before.
    error ReferenceUsed(bytes32 receiptReference);
    /// @notice No receipt to reverse under this reference, for this account and amount.
    error UnknownReceipt(bytes32 receiptReference);
    /// @notice No such bill.
    error UnknownBill(bytes32 account, uint256 bill);
    /// @notice The revision number was used, or is not the next.
    error RevisionNotNext(bytes32 account, uint256 bill, uint256 revision);
    /// @notice The readings to be revised do not follow one another, or are not as recorded.
    error NotRevisable(bytes32 account, uint256 bill);
    /// @notice A dispute is open on this bill, or none is.
    error DisputeState(bytes32 account, uint256 bill, bool open);
    /// @notice The sum needs the regulator.
    error NeedsRegulator(int256 amount, uint256 limit);
    /// @notice This month was closed already.
    error MonthClosed(uint256 month);
    /// @notice Nothing to sweep, or the treasury refused it.
    error SweepFailed(uint256 amount);
    /// @notice A call of a batch was refused, so none of it was done.
    /// @param index Its place in the batch, from 0.
    /// @param reason The error it ended in, encoded.
    error BatchRefused(uint256 index, bytes reason);

    // ------------------------------------------------------------------------------------------------ acts

    /// @notice Set a rate. TARIFF. Emits `RateSet` in the category's account.
    function setRate(Rate calldata rate) external;

    /// @notice Withdraw a rate not yet in force, or any before its category has issued a bill. TARIFF.
    function withdrawRate(uint256 tariff) external;

    /// @notice Propose terms; a newer proposal replaces a waiting one. OPERATIONS.
    function proposeTerms(bytes32 account, Terms calldata terms) external;

    /// @notice Accept the proposed terms. The present consumer's key; the named one for the first agreement; REGULATOR
    /// where the key is lost.
    function acceptTerms(bytes32 account, Terms calldata terms) external;

    /// @notice Install the first meter, or replace the present one. OPERATIONS.
    function installMeter(bytes32 account, Installation calldata installation) external;

    /// @notice Record a reading that the meter signed (EIP-712 `Reading(bytes32 account,uint256 register,uint256 day)`
    /// in the domain "wattledger" version "1"). Anyone. Emits `ConsumptionRecorded`, `ChargeApplied` for each part,
    /// `BillIssued`.
    /// @param r First half of the signature.
    /// @param vs Second half with the parity in its top bit (EIP-2098).
    function submitReading(
        bytes32 account,
        uint256 register,
        uint256 day,
        bool rollover,
        bytes32 r,
        bytes32 vs
    ) external;

    /// @notice Record a reading that a person vouches for: 1 manual, 2 estimated or 3 final. OPERATIONS.
    function enterReading(
        bytes32 account,
        uint256 kind,
        uint256 register,
        uint256 day,
        bool rollover,
        bytes32 evidence
    ) external;

    /// @notice Pay natively: 1e16 wei are one paisa. Anyone.
    function pay(bytes32 account) external payable;

    /// @notice Post a receipt for money that came by another channel (1 cash, 2 UPI, 3 bank, 4 card). CASHIER.
    function postReceipt(
        bytes32 account,
        uint256 channel,
        uint256 amount,
        bytes32 receiptReference
    ) external;

    /// @notice Reverse a receipt, as for a bounced cheque; its reference stays used. CASHIER.
    /// @param amount Amount of the receipt, paise; the channel and the account must be the receipt's, too.
    /// @param reason Reason code (uint16).
    function reverseReceipt(
        bytes32 account,
        uint256 channel,
        uint256 amount,
        bytes32 receiptReference,
        uint256 reason
    ) external;

    /// @notice Restate consecutive real readings of one meter. OPERATIONS. Emits `ConsumptionRevised` for each and its
    /// `ChargeApplied` anew.
    /// @param previous Register before the first of them, as recorded.
    /// @param corrections The readings in order, each starting on the day the one before ends.
    /// @param reason Reason code (uint16).
    /// @param document Hash of the document that explains it.
    function revise(
        bytes32 account,
        uint256 previous,
        Correction[] calldata corrections,
        uint256 reason,
        bytes32 document
    ) external;

    /// @notice Dispute a bill, as far as `amount`. The consumer's key.
    /// @param reasonHash Hash of the reason's text.
    function dispute(bytes32 account, uint256 bill, uint256 amount, bytes32 reasonHash) external;

    /// @notice Resolve the open dispute of a bill. REGULATOR.
    /// @param outcome 0 upheld, 1 granted.
    /// @param document Hash of the decision.
    function resolveDispute(
        bytes32 account,
        uint256 bill,
        uint256 outcome,
        bytes32 document
    ) external;

    /// @notice Post an adjustment: positive is owed, negative is a credit. OPERATIONS up to the limit fixed at
    /// deployment, REGULATOR above it.
    /// @param reason Reason code (uint16).
    /// @param bill The bill it belongs to; 0 for opening arrears.
    /// @param document Hash of the document that explains it.
    function adjust(
        bytes32 account,
        int256 amount,
        uint256 reason,
        uint256 bill,
        bytes32 document
    ) external;

    /// @notice Close the period: log the control totals since the last closing. Anyone, once a calendar month.
    function closeMonth() external;

    /// @notice Send the native payments to the treasury. Anyone.
    function sweep() external;

    /// @notice Do several acts in one transaction, all or none; the caller's rights apply to each.
    /// @param calls Encoded calls of this contract.
    function batch(bytes[] calldata calls) external;

    // ------------------------------------------------------------------------------------------------ views

    /// @notice The account as storage has it now; all zero for an unknown one.
    function accountState(bytes32 account) external view returns (Account memory);

    /// @notice The ledger's totals since its deployment, paise, and the next free tariff id.
    function totals()
        external
        view
        returns (int256 billed, int256 adjusted, int256 paid, uint256 nextTariff);
}
