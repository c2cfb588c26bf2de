# Second implementation of the whole chain, written from the equations and values in the literature, not from the model
# texts or parameter files of this package: a slip in either shows as a difference.
#
#   Rscript generate.R        writes expected.csv beside this file; needs deSolve
#
# lsoda with relative tolerance 1e-10, restarted at every dose start, dose end and impulse.

library(deSolve)

values <- list(
  # disposition, 70 kg
  Qliver = 115, CL_S = 89, CL_R = 81, V1 = 11, V2 = 49, V3 = 168, Q2 = 136, Q3 = 92, kv = 3.06, MTT = 0.30, fN = 0.8,
  VN1 = 15, VN2 = 127, QN = 100, CLN_S = 47, CLN_R = 35, fH = 0.7, VH1 = 4.4, VH2 = 87.5, QH = 102, CLH_S = 56, CLH_R = 25,
  FRn = 0.38, fd = 0.6, phi = 0.6, k_fast = 5.3, k_slow = 0.51, D_sw = 0.53, ka_sw = 1.45, Fgut = 0.64,
  F_sc = 0.93, ka_sc = 3.5, F_im = 0.93, ka_im = 6,
  MK = 237.73, MN = 223.70, MH = 239.70,
  # receptors
  fu = 0.55, Kpuu = 1, t_ke0 = 6.1 / 60, fu_N = 0.5, Kpuu_N = 0.5, fu_H = 0.6, Kpuu_H = 0.6, t_ke0_m = 0.25,
  koff = 0.22 * 3600, K_int = 1, K_pyr = 5, rho = 4, nkS = 6, nkR = 9, Ki_RO = 0.5, Po_int = 0.05, Po_pyr = 0.01,
  # plasticity
  S_G = 2.4, B50 = 0.5838, hB = 1.5, npyr = 3, spyr = 0.6, tauG = 0.25, wHNK = 0.15, EC50_H = 0.5, S_B = 3, A50 = 1.4143,
  hA = 1.1623, tauB = 1, S_M = 1.5, sEF = 0.3, tauM = 0.75, kSYN = 0.3707, tauSYN = 51.4, kSPN = 0.0115, SPNmax = 6,
  tauSPN = 269.3, wSYN = 1.4458, wSPN = 1, E50 = 0.9461, Emax = 0.6399,
  # symptoms
  tauSYM = 1, aX = 0.10, tauPLX = 96, b0 = -0.5, b1 = 0.15, m_d = 1, wAC = 0, PLSmax = 0, tauPLS = 336,
  # tolerability
  CADSSmax = 60, EC50d = 0.5, Tmax = 0.75, kTin = 0.35, tauT = 1200, SBPmax = 40, EC50bp = 150, t_bp = 0.05,
  HRmax = 28, EC50hr = 200
)

# Individual values: body size, age, descent, interactions, random effects.
individual <- function(v, s = list()) {
  s <- modifyList(list(WT = 70, AGE = 40, asian = 0, japanese = 0, clint = 1, fgut = 1, eta = list()), s)
  eta <- function(name) if (is.null(s$eta[[name]])) 0 else s$eta[[name]]
  size <- (s$WT / 70)^0.75
  volume <- s$WT / 70
  for (e in c("S", "R")) {
    CL <- v[[paste0("CL_", e)]]
    v[[paste0("CLint_", e)]] <- CL * v$Qliver / (v$Qliver - CL) * size * 0.82^s$asian * s$clint * exp(eta("CLint"))
    v[[paste0("CLN_", e)]] <- v[[paste0("CLN_", e)]] * size * 0.81^s$asian * exp(eta("CLN"))
    v[[paste0("CLH_", e)]] <- v[[paste0("CLH_", e)]] * size * exp(eta("CLH"))
  }
  v$Qliver <- v$Qliver * size * (1 - 0.0145 * max(0, s$AGE - 60)) * exp(eta("Qliver"))
  for (e in c("S", "R")) {
    CLint <- v[[paste0("CLint_", e)]]
    v[[paste0("CL_", e)]] <- v$Qliver * CLint / (v$Qliver + CLint)
    v[[paste0("FH_", e)]] <- 1 - v[[paste0("CL_", e)]] / v$Qliver
  }
  for (q in c("Q2", "Q3", "QN", "QH")) v[[q]] <- v[[q]] * size
  for (q in c("V1", "V2", "V3", "VN1", "VN2", "VH1", "VH2")) v[[q]] <- v[[q]] * volume
  v$V1 <- v$V1 * exp(eta("V1"))
  v$Q3 <- v$Q3 * exp(eta("Q3"))
  v$VN1 <- v$VN1 * exp(eta("VN"))
  v$VN2 <- v$VN2 * exp(eta("VN"))
  v$kv <- v$kv * exp(eta("kv"))
  v$MTT <- v$MTT * exp(eta("MTT"))
  v$FRn <- plogis(qlogis(v$FRn * 1.34^s$japanese) + eta("FRn"))
  v$k_fast <- v$k_fast * exp(eta("k_fast"))
  v$ka_sw <- v$ka_sw * exp(eta("k_swallowed"))
  v$Fgut <- v$Fgut * s$fgut
  for (q in c("K_int", "S_G", "A50", "tauSYN", "tauSPN", "E50", "SBPmax")) v[[q]] <- v[[q]] * exp(eta(q))
  v$EC50d <- v$EC50d * exp(eta("EC50d"))
  v$Emax <- plogis(qlogis(v$Emax) + eta("Emax"))
  v
}

perEnantiomer <- c("nF", "nS", "sw", "im", "sc", "A1", "A2", "A3", "M1", "M2", "N1", "N2", "H1", "H2", "Cv", "CvN")
shared <- c("CeS", "CeR", "CeNS", "CeNR", "CeH", "Bint", "Bpyr", "GLU", "BDNF", "MTOR", "SYN", "SPN", "SYM", "TOL", "PLX", "PLS", "HEM")
stateNames <- c(paste0(perEnantiomer, "_S"), paste0(perEnantiomer, "_R"), shared)

initialState <- function() {
  y <- setNames(rep(0, length(stateNames)), stateNames)
  y[c("GLU", "BDNF", "MTOR", "SYM")] <- 1
  y
}

disposition <- function(y, v, e, rate) {
  at <- function(name) y[[paste0(name, "_", e)]]
  p <- function(name) v[[paste0(name, "_", e)]]
  Ca <- at("A1") / v$V1
  Cn <- at("N1") / v$VN1
  Ch <- at("H1") / v$VH1
  gut <- v$ka_sw * at("sw")
  liver <- v$Fgut * gut
  absorbed <- v$k_fast * at("nF") + v$k_slow * at("nS") + v$ka_im * at("im") + v$ka_sc * at("sc")
  ktr <- 2 / v$MTT
  c(-v$k_fast * at("nF"), -v$k_slow * at("nS"), rate[[paste0("sw_", e)]] - gut, -v$ka_im * at("im"), -v$ka_sc * at("sc"),
    rate[[paste0("A1_", e)]] + absorbed + p("FH") * liver - p("CL") * Ca - v$Q2 * (Ca - at("A2") / v$V2) - v$Q3 * (Ca - at("A3") / v$V3),
    v$Q2 * (Ca - at("A2") / v$V2), v$Q3 * (Ca - at("A3") / v$V3),
    p("CL") * Ca + (1 - p("FH")) * liver - ktr * at("M1"), ktr * (at("M1") - at("M2")),
    v$fN * ktr * at("M2") - p("CLN") * Cn - v$QN * (Cn - at("N2") / v$VN2), v$QN * (Cn - at("N2") / v$VN2),
    v$fH * p("CLN") * Cn - p("CLH") * Ch - v$QH * (Ch - at("H2") / v$VH2), v$QH * (Ch - at("H2") / v$VH2),
    v$kv * (Ca - at("Cv")), v$kv * (Cn - at("CvN")))
}

potency <- function(y, v, K) {
  KS <- (1 + 1 / v$rho) / 2 * K
  KR <- v$rho * KS
  y[["CeS"]] / KS + y[["CeR"]] / KR + y[["CeNS"]] / (v$nkS * KS) + y[["CeNR"]] / (v$nkR * KR)
}

pharmacodynamics <- function(y, v) {
  Ca <- function(e) y[[paste0("A1_", e)]] / v$V1
  ke0 <- log(2) / v$t_ke0
  kem <- log(2) / v$t_ke0_m
  B <- max(y[["Bint"]], 0)
  D <- B^v$hB / (v$B50^v$hB + B^v$hB) * (1 - y[["Bpyr"]])^v$npyr
  H <- y[["CeH"]]
  A0 <- y[["GLU"]] * (1 + v$wHNK * H / (v$EC50_H + H))
  ex <- max(A0 - 1, 0)
  E <- drugEffect(y, v)
  Ceff <- y[["CeS"]] + y[["CeR"]] / v$rho
  Eac <- v$wAC * Ceff / (v$EC50d + Ceff)
  c(ke0 * (v$fu * v$Kpuu * Ca("S") - y[["CeS"]]), ke0 * (v$fu * v$Kpuu * Ca("R") - y[["CeR"]]),
    kem * (v$fu_N * v$Kpuu_N * y[["N1_S"]] / v$VN1 - y[["CeNS"]]), kem * (v$fu_N * v$Kpuu_N * y[["N1_R"]] / v$VN1 - y[["CeNR"]]),
    kem * (v$fu_H * v$Kpuu_H * (y[["H1_S"]] + y[["H1_R"]]) / v$VH1 - H),
    v$Po_int * v$koff * (potency(y, v, v$K_int) * (1 - y[["Bint"]]) - y[["Bint"]]),
    v$Po_pyr * v$koff * (potency(y, v, v$K_pyr) * (1 - y[["Bpyr"]]) - y[["Bpyr"]]),
    ((1 + v$S_G * D) * (1 - v$spyr * y[["Bpyr"]]^2) - y[["GLU"]]) / v$tauG,
    (1 + v$S_B * ex^v$hA / (v$A50^v$hA + ex^v$hA) - y[["BDNF"]]) / v$tauB,
    (1 + v$S_M * max(y[["BDNF"]] - 1, 0) + v$sEF * y[["Bpyr"]] - y[["MTOR"]]) / v$tauM,
    v$kSYN * max(y[["MTOR"]] - 1, 0) - y[["SYN"]] / v$tauSYN,
    v$kSPN * y[["SYN"]] * (1 - y[["SPN"]] / v$SPNmax) - y[["SPN"]] / v$tauSPN,
    (max(0, 1 - v$m_d * E - Eac - y[["PLX"]] - y[["PLS"]]) - y[["SYM"]]) / v$tauSYM,
    v$kTin * (Ceff / v$EC50d) * (v$Tmax - y[["TOL"]]) - y[["TOL"]] / v$tauT,
    -y[["PLX"]] / v$tauPLX, (v$PLSmax - y[["PLS"]]) / v$tauPLS,
    log(2) / v$t_bp * (Ca("S") * v$MK - y[["HEM"]]))
}

drugEffect <- function(y, v) {
  Z <- v$wSYN * y[["SYN"]] + v$wSPN * y[["SPN"]]
  v$Emax * Z / (v$E50 + Z)
}

dissociation <- function(y, v) {
  Ceff <- y[["CeS"]] + y[["CeR"]] / v$rho
  v$CADSSmax * Ceff^2 / (v$EC50d^2 + Ceff^2) * (1 - y[["TOL"]])
}

outputsAt <- function(y, v) {
  occupancy <- potency(y, v, v$Ki_RO)
  c(C_ketamine_venous = (y[["Cv_S"]] + y[["Cv_R"]]) * v$MK,
    C_esketamine_arterial = y[["A1_S"]] / v$V1 * v$MK, C_arketamine_arterial = y[["A1_R"]] / v$V1 * v$MK,
    C_norketamine_venous = (y[["CvN_S"]] + y[["CvN_R"]]) * v$MN,
    C_hydroxynorketamine = (y[["H1_S"]] + y[["H1_R"]]) / v$VH1 * v$MH,
    NMDA_occupancy = occupancy / (1 + occupancy), block_interneuron = y[["Bint"]], block_pyramidal = y[["Bpyr"]],
    glutamate = y[["GLU"]], AMPA_throughput = y[["GLU"]] * (1 + v$wHNK * y[["CeH"]] / (v$EC50_H + y[["CeH"]])),
    BDNF = y[["BDNF"]], mTORC1 = y[["MTOR"]], potentiation = y[["SYN"]], spine_density = y[["SPN"]],
    drug_effect = drugEffect(y, v), symptom_fraction = y[["SYM"]], score = v$BASE * y[["SYM"]], CADSS = dissociation(y, v),
    SBP_change = v$SBPmax * y[["HEM"]] / (v$EC50bp + y[["HEM"]]), HR_change = v$HRmax * y[["HEM"]] / (v$EC50hr + y[["HEM"]]))
}

# A session as infusions (state, start, amount, duration), boluses (state, time, amount) and impulses of expectancy.
infusionSession <- function(time, mg, hours, v) {
  each <- mg / 2 * 1000 / v$MK
  list(infusions = list(list("A1_S", time, each, hours), list("A1_R", time, each, hours)), boluses = list(), impulses = time + hours)
}

nasalSession <- function(time, devices, v) {
  infusions <- list()
  boluses <- list()
  D <- 28 * 1000 / v$MK
  for (i in seq_len(devices)) {
    at <- time + (i - 1) * 5 / 60
    Fi <- if (i == 1) v$FRn else v$FRn * v$fd
    boluses <- c(boluses, list(list("nF_S", at, v$phi * Fi * D), list("nS_S", at, (1 - v$phi) * Fi * D)))
    infusions <- c(infusions, list(list("sw_S", at, (1 - Fi) * D, v$D_sw)))
  }
  list(infusions = infusions, boluses = boluses, impulses = time + 40 / 60)
}

injectionSession <- function(time, mg, site, fraction, v) {
  each <- fraction * mg / 2 * 1000 / v$MK
  list(infusions = list(), boluses = list(list(paste0(site, "_S"), time, each), list(paste0(site, "_R"), time, each)), impulses = time + 40 / 60)
}

simulate <- function(v, sessions, times) {
  infusions <- do.call(c, lapply(sessions, `[[`, "infusions"))
  boluses <- do.call(c, lapply(sessions, `[[`, "boluses"))
  impulses <- unlist(lapply(sessions, `[[`, "impulses"))
  starts <- vapply(infusions, `[[`, 0, 2)
  ends <- starts + vapply(infusions, `[[`, 0, 4)
  breaks <- sort(unique(signif(c(0, starts, ends, vapply(boluses, `[[`, 0, 2), impulses, times), 12)))
  breaks <- breaks[breaks <= max(times)]
  y <- initialState()
  rows <- list()
  for (k in seq_along(breaks)) {
    now <- breaks[k]
    if (any(abs(times - now) < 1e-9)) rows[[length(rows) + 1]] <- outputsAt(y, v)
    for (b in boluses) if (abs(b[[2]] - now) < 1e-9) y[[b[[1]]]] <- y[[b[[1]]]] + b[[3]]
    for (i in impulses) if (abs(i - now) < 1e-9) y[["PLX"]] <- y[["PLX"]] + v$aX * plogis(v$b0 + v$b1 * dissociation(y, v))
    if (k == length(breaks)) break
    rate <- as.list(setNames(rep(0, length(stateNames)), stateNames))
    for (i in infusions) if (i[[2]] <= now + 1e-9 && breaks[k + 1] <= i[[2]] + i[[4]] + 1e-9) rate[[i[[1]]]] <- rate[[i[[1]]]] + i[[3]] / i[[4]]
    slope <- function(t, y, parms) {
      y <- setNames(y, stateNames)
      list(c(disposition(y, v, "S", rate), disposition(y, v, "R", rate), pharmacodynamics(y, v)))
    }
    y <- setNames(lsoda(y, c(now, breaks[k + 1]), slope, NULL, rtol = 1e-10, atol = 1e-14, maxsteps = 1e5)[2, -1], stateNames)
  }
  do.call(rbind, rows)
}

scenario <- function(name, v, sessions, times) {
  result <- simulate(v, sessions, times)
  data.frame(scenario = name, time_h = rep(times, ncol(result)), output = rep(colnames(result), each = length(times)), value = as.vector(result))
}

typical <- individual(modifyList(values, list(BASE = 24)))
single <- scenario("single-infusion", typical, list(infusionSession(0, 35, 40 / 60, typical)), c(1 / 6, 1 / 3, 2 / 3, 1, 2, 4, 12, 24, 72, 168, 336))

nasal <- scenario("nasal-three-devices", typical, list(nasalSession(0, 3, typical)), c(0.25, 0.5, 2 / 3, 1, 2, 4, 8, 24, 168))

gad <- modifyList(values, list(BASE = 26, m_d = 1, wAC = 0.25, PLSmax = 0.25))
person <- individual(gad, list(WT = 92, AGE = 70, asian = 1, eta = list(CLint = 0.3, Qliver = -0.1, V1 = 0.2, Q3 = -0.1, kv = 0.2, MTT = 0.1, VN = -0.15,
  CLN = 0.25, CLH = -0.2, K_int = -0.2, S_G = 0.3, A50 = -0.25, tauSYN = 0.2, tauSPN = -0.3, E50 = 0.4, EC50d = -0.2, SBPmax = 0.35, Emax = 0.5)))
course <- scenario("six-infusions-in-one-patient", person, lapply(c(0, 48, 96, 168, 216, 264), infusionSession, mg = 0.5 * 92, hours = 40 / 60, v = person),
  c(2 / 3, 24, 48 + 2 / 3, 72, 264 + 2 / 3, 288, 432, 672))

ptsd <- modifyList(values, list(BASE = 47, m_d = 0.6, PLSmax = 0.25))
other <- individual(ptsd, list(WT = 55, japanese = 1, asian = 1, clint = 0.417, fgut = 0.375, eta = list(FRn = -0.6, k_fast = 0.4, k_swallowed = 0.7)))
twice <- scenario("two-nasal-sessions-with-interactions", other, lapply(c(0, 72), nasalSession, devices = 2, v = other), c(1 / 3, 1, 3, 24, 72 + 1 / 3, 73, 96, 240))

injected <- scenario("subcutaneous-then-intramuscular", typical,
  list(injectionSession(0, 70, "sc", typical$F_sc, typical), injectionSession(168, 35, "im", typical$F_im, typical)), c(1 / 3, 1, 4, 24, 168 + 1 / 3, 169, 192))

all <- rbind(single, nasal, course, twice, injected)
all$time_h <- sprintf("%.10g", all$time_h)
all$value <- sprintf("%.9g", all$value)
write.csv(all, "expected.csv", row.names = FALSE, quote = FALSE)
