source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

# Means, standard deviations and pre-post correlations of five treated groups, Morris 2008.
before <- list(mean = c(30.6, 23.5, 0.5, 53.4, 35.6), sd = c(15, 3.1, 0.1, 14.5, 4.7))
after <- list(mean = c(38.5, 26.8, 0.7, 75.9, 36.0), sd = c(11.6, 4.1, 0.1, 4.4, 4.6))
n <- c(20, 50, 9, 10, 14)
r <- c(0.47, 0.64, 0.77, 0.89, 0.44)

for (ours in c("mean-change", "change-by-baseline-sd", "change-by-change-sd")) {
  theirs <- c(`mean-change` = "MC", `change-by-baseline-sd` = "SMCR", `change-by-change-sd` = "SMCC")[[ours]]
  # metafor divides a change "by baseline" by sd1i, which therefore has to be the earlier one.
  sd1 <- if (theirs == "SMCR") before$sd else after$sd
  e <- escalc(measure = theirs, m1i = after$mean, sd1i = sd1, m2i = before$mean, sd2i = before$sd, ni = n, ri = r)
  record(ours, "paired", sprintf("escalc(\"%s\")", theirs), options = list(measure = ours),
         expected = list(effect = I(as.numeric(e$yi)), variance = I(as.numeric(e$vi))))
}
e <- escalc(measure = "SMCR", m1i = after$mean, sd1i = before$sd, m2i = before$mean, sd2i = before$sd, ni = n, ri = r)
record_pooling(as.numeric(e$yi), e$vi)
pairs <- list(after = list(mean = I(after$mean), sd = I(after$sd)), before = list(mean = I(before$mean), sd = I(before$sd)), n = I(n), correlation = I(r))
write_case(effects = data_of(paste("study", 1:5), e$yi, e$vi), pairs = pairs)
