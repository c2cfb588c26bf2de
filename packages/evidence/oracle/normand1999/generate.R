source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

dat <- dat.normand1999
of <- function(measure, vtype) escalc(measure = measure, m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, data = dat, vtype = vtype)
for (case in list(c("mean-difference", "MD", "LS"), c("mean-difference, equal variances", "MD", "HO"),
                  c("standardised, large-sample", "SMD", "LS"), c("standardised, unbiased", "SMD", "UB"))) {
  e <- of(case[2], case[3])
  record(case[1], "two-groups", sprintf("escalc(\"%s\", vtype = \"%s\")", case[2], case[3]), options = list(measure = case[1]),
         expected = list(effect = I(as.numeric(e$yi)), variance = I(as.numeric(e$vi))))
}
e <- of("MD", "LS")
yi <- as.numeric(e$yi)
record_pooling(yi, e$vi)
record_omissions(yi, e$vi, "PM", "knha")
record_influence(yi, e$vi)
groups <- list(experimental = list(n = I(dat$n1i), mean = I(dat$m1i), sd = I(dat$sd1i)), control = list(n = I(dat$n2i), mean = I(dat$m2i), sd = I(dat$sd2i)))
write_case(effects = data_of(dat$source, yi, e$vi), groups = groups)
